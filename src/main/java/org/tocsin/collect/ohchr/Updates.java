package org.tocsin.collect.ohchr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tocsin.collect.CsvRows;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/**
 * The rows of the table below its two lines of headers: groups such as "Flash Appeal" stand in the first, the columns' names in the
 * second.
 */
final class Updates implements CsvRows.Line {
    private static final int HEADER_LINES = 2;

    private final Document document;
    private final Intake intake;
    private List<String> names = List.of();
    private String killed = "";
    private String injured = "";
    private int cells;
    private long rows;

    Updates(Document document, Intake intake) {
        this.document = document;
        this.intake = intake;
    }

    @Override
    public void take(String[] line, long number) throws UnreadableDocumentException {
        if (names.isEmpty()) {
            header(line, number);
            return;
        }
        rows++;
        cells = line.length;
        String at = "row " + number;
        try {
            new Update(row(line, at), document).tell(killed, injured, intake);
        } catch (InvalidFigureException e) {
            intake.rejected(at, e.field(), String.valueOf(e.getMessage()));
        }
    }

    /** To be called when all lines were taken. */
    void end() throws UnreadableDocumentException {
        if (names.isEmpty()) {
            throw new UnreadableDocumentException("header", Update.DATE, "column '" + Update.DATE + "' is missing");
        }
        if (rows == 0 || cells != names.size()) {
            throw new UnreadableDocumentException(
                    "row " + (rows + 1), "document", "has no row, or breaks off in its last one");
        }
    }

    private void header(String[] line, long number) throws UnreadableDocumentException {
        List<String> found = Stream.of(line).map(String::strip).toList();
        if (found.contains(Update.DATE)) {
            names = found;
            killed = column("killed");
            injured = column("injured");
        } else if (number + 1 >= HEADER_LINES) {
            throw new UnreadableDocumentException("header", Update.DATE, "column '" + Update.DATE + "' is missing");
        }
    }

    /** Civilian casualties have been spelt in more than one way. */
    private String column(String harm) throws UnreadableDocumentException {
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("civilian.*ohchr.*" + harm))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocumentException(
                        "header", harm, "no column of civilians " + harm + " by OHCHR"));
    }

    private Row row(String[] line, String at) {
        if (line.length != names.size()) {
            throw new InvalidFigureException(
                    "row", "has " + line.length + " cells where the header has " + names.size());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int cell = 0; cell < line.length; cell++) {
            node.put(names.get(cell), line[cell]);
        }
        return new Row(node, at);
    }
}
