package org.tocsin.collect.table;

import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.SourceId;

/**
 * Reads figures that a program posts: a JSON object whose array {@code figures} holds one object a figure, with the columns of
 * {@link TableReader} as its fields.
 *
 * <p>Numbers may be written as numbers or as texts; an absent field and {@code null} mean what an empty cell means. A place is a JSON
 * pointer, {@code /figures/N} from 0, and that of a figure leads to its value.
 */
public final class PostedTable {
    /**
     * Reads the rows, all of one source; a row may leave its source out.
     *
     * @throws UnreadableDocumentException if it is no such object as a whole; single bad rows are told to the intake
     */
    public void read(Document document, SourceId source, Intake intake) throws UnreadableDocumentException {
        JsonRows.each(document, intake, row -> intake.figure(figure(row, source, document)), "figures");
    }

    private static Figure figure(Row row, SourceId source, Document document) {
        if (!row.node().isObject()) {
            throw new InvalidFigureException("row", "is not an object");
        }
        row.node().fieldNames().forEachRemaining(field -> {
            if (!Columns.isKnown(field)) {
                throw new InvalidFigureException(field, "is not a column of a figure table");
            }
        });
        row.findText("source").filter(named -> !named.equals(source.value())).ifPresent(named -> {
            throw new InvalidFigureException("source", "is '" + named + "' among figures of '" + source + "'");
        });
        String number = row.node().hasNonNull("value") ? row.pointer("value") : row.at();
        return new TableRow(row, document, number).figure(source);
    }
}
