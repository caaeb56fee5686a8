package org.tocsin.collect;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.figure.InvalidFigureException;

/** Streams the rows of a CSV document (RFC 4180), one at a time, however large it is. */
public final class CsvRows {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final ObjectReader CELLS = new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readerFor(String[].class);

    /**
     * How a document is written.
     *
     * @param comments whether lines that begin with {@code #} are passed over
     */
    public record Dialect(char separator, Charset charset, boolean comments) {
        public static final Dialect USUAL = new Dialect(',', StandardCharsets.UTF_8, false);

        private ObjectReader reader() {
            CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
            return CELLS.with(comments ? schema.withComments() : schema);
        }
    }

    /** Takes the cells of one line; {@code number} is 0 for the first line of the document. */
    public interface Line {
        void take(String[] cells, long number) throws UnreadableDocumentException;
    }

    private CsvRows() {}

    /**
     * Reads every row below the header, which is the first line; a place is {@code row N}, the N-th line below it.
     *
     * <p>A row of HXL hashtags below the header is passed over. What the reader throws about a row's fields becomes a rejection of that row
     * alone.
     *
     * @param needed columns that the header must name
     * @return how many rows there were, that of hashtags not counted
     * @throws UnreadableDocumentException if it is no CSV in UTF-8, is empty, or lacks a needed column
     */
    public static long each(Document document, Intake intake, JsonRows.Reader reader, String... needed)
            throws UnreadableDocumentException {
        Table table = new Table(intake, reader, List.of(needed));
        lines(document, Dialect.USUAL, table);
        return table.rows;
    }

    /**
     * Reads every line as its cells, the header among them.
     *
     * @throws UnreadableDocumentException if it is no CSV in this dialect, or is empty
     */
    public static void lines(Document document, Dialect dialect, Line line) throws UnreadableDocumentException {
        long number = 0;
        try (InputStream bytes = document.open();
                Reader text = text(bytes, dialect.charset());
                MappingIterator<String[]> lines = dialect.reader().readValues(text)) {
            while (lines.hasNextValue()) {
                line.take(lines.nextValue(), number++);
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e, number);
        } catch (RuntimeJsonMappingException e) {
            throw new UnreadableDocumentException(place(number), "document", "is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UnreadableDocumentException(place(number), "document", "cannot be read: " + e.getMessage());
        }
        if (number == 0) {
            throw new UnreadableDocumentException("header", "document", "is empty");
        }
    }

    /** Text without its byte order mark; bytes that are no text of the charset are an error and not a question mark. */
    private static Reader text(InputStream bytes, Charset charset) throws IOException {
        InputStreamReader text = new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        java.io.PushbackReader pushback = new java.io.PushbackReader(text);
        int first = pushback.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            pushback.unread(first);
        }
        return new java.io.BufferedReader(pushback);
    }

    private static UnreadableDocumentException unreadable(JsonProcessingException e, long number) {
        JsonLocation location = e.getLocation();
        String at = location == null ? place(number) : "line " + location.getLineNr();
        return new UnreadableDocumentException(at, "document", "is not CSV: " + e.getOriginalMessage());
    }

    private static String place(long number) {
        return number == 0 ? "header" : "row " + number;
    }

    /** Names the cells of each line by the header. */
    private static final class Table implements Line {
        private final Intake intake;
        private final JsonRows.Reader reader;
        private final List<String> needed;
        private List<String> names = List.of();
        private long rows;

        private Table(Intake intake, JsonRows.Reader reader, List<String> needed) {
            this.intake = intake;
            this.reader = reader;
            this.needed = needed;
        }

        @Override
        public void take(String[] cells, long number) throws UnreadableDocumentException {
            if (number == 0) {
                names = header(cells);
                return;
            }
            if (number == 1 && hashtags(cells)) {
                return;
            }
            rows++;
            String at = "row " + number;
            try {
                reader.read(row(cells, at));
            } catch (InvalidFigureException e) {
                intake.rejected(at, e.field(), String.valueOf(e.getMessage()));
            }
        }

        private List<String> header(String[] cells) throws UnreadableDocumentException {
            List<String> found = new ArrayList<>();
            for (String cell : cells) {
                found.add(cell.strip());
            }
            Set<String> distinct = new HashSet<>();
            for (String name : found) {
                if (!name.isEmpty() && !distinct.add(name)) {
                    throw new UnreadableDocumentException("header", name, "column '" + name + "' is there twice");
                }
            }
            for (String name : needed) {
                if (!distinct.contains(name)) {
                    throw new UnreadableDocumentException("header", name, "column '" + name + "' is missing");
                }
            }
            return found;
        }

        private static boolean hashtags(String[] cells) {
            boolean any = false;
            for (String cell : cells) {
                if (!cell.isBlank() && cell.strip().charAt(0) != '#') {
                    return false;
                }
                any |= !cell.isBlank();
            }
            return any;
        }

        private Row row(String[] cells, String at) {
            if (cells.length != names.size()) {
                throw new InvalidFigureException(
                        "row", "has " + cells.length + " cells where the header has " + names.size());
            }
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            for (int cell = 0; cell < cells.length; cell++) {
                node.put(names.get(cell), cells[cell]);
            }
            return new Row(node, at);
        }
    }
}
