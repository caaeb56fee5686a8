package org.tocsin.collect.table;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.SourceId;

/**
 * Reads a table of figures: CSV in UTF-8, a header that names the columns in any order, one figure a row, lines that begin with
 * {@code #} passed over.
 *
 * <p>Columns: {@code source record part stated_by metric unit kind country admin1 admin2 origin population cause category basis appeal
 * start end value low high qualifier published known url event glide status rolling note}; {@code record metric country end} must be
 * there. An empty cell means the usual: population and cause {@code all}, basis {@code reported}, qualifier {@code exact}, status
 * {@code final}, rolling {@code total}, unit and kind those of the metric; of a number it means unknown, never 0. {@code known} and
 * {@code note} are for people and for replays and become no part of a figure. A sum of money of an appeal is one that its source
 * overwrites.
 */
public final class TableReader {
    private static final ObjectReader ROWS = new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readerFor(String[].class)
            .with(CsvSchema.emptySchema().withComments());

    private interface Refusal {
        void refuse(String at, InvalidFigureException why);
    }

    /**
     * Reads the rows of one source; rows that name another one are left to a read of their own, rows that name none belong to this.
     *
     * <p>A place is {@code row N}: the N-th row below the header, comments not counted.
     *
     * @throws UnreadableDocumentException if it is no such table as a whole; single bad rows are told to the intake
     */
    public void read(Document document, SourceId source, Intake intake) throws UnreadableDocumentException {
        each(
                document,
                row -> {
                    if (sourceOf(row, source).equals(source)) {
                        intake.figure(new TableRow(row, document, row.at()).figure(source));
                    }
                },
                (at, why) -> intake.rejected(at, why.field(), String.valueOf(why.getMessage())));
    }

    /**
     * The sources that the rows of a table name, in the order of their names.
     *
     * @throws UnreadableDocumentException if it is no such table as a whole
     */
    public Set<SourceId> sources(Document document) throws UnreadableDocumentException {
        Set<SourceId> sources = new TreeSet<>(Comparator.comparing(SourceId::value));
        each(document, row -> row.findText("source").map(SourceId::new).ifPresent(sources::add), (at, why) -> {});
        return sources;
    }

    private static SourceId sourceOf(Row row, SourceId unnamed) {
        return row.findText("source").map(SourceId::new).orElse(unnamed);
    }

    private static void each(Document document, JsonRows.Reader reader, Refusal refusal)
            throws UnreadableDocumentException {
        long number = 0;
        try (InputStream bytes = document.open();
                MappingIterator<String[]> lines = ROWS.readValues(bytes)) {
            if (!lines.hasNextValue()) {
                throw new UnreadableDocumentException("header", "document", "is empty");
            }
            Columns columns = Columns.of(lines.nextValue());
            while (lines.hasNextValue()) {
                number++;
                String[] cells = lines.nextValue();
                read(columns, cells, "row " + number, reader, refusal);
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e, number);
        } catch (RuntimeJsonMappingException e) {
            throw new UnreadableDocumentException("row " + number, "document", "is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UnreadableDocumentException("row " + number, "document", "cannot be read: " + e.getMessage());
        }
    }

    private static void read(Columns columns, String[] cells, String at, JsonRows.Reader reader, Refusal refusal) {
        try {
            reader.read(columns.row(cells, at));
        } catch (InvalidFigureException e) {
            refusal.refuse(at, e);
        }
    }

    private static UnreadableDocumentException unreadable(JsonProcessingException e, long row) {
        JsonLocation location = e.getLocation();
        String at = location == null ? "row " + row : "line " + location.getLineNr();
        return new UnreadableDocumentException(at, "document", "is not CSV: " + e.getOriginalMessage());
    }
}
