package org.tocsin.collect.acled;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Document;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/**
 * What an answer says of itself.
 *
 * @param status ACLED's own, which may be 403 in an answer of status 200
 * @param rows in it
 * @param hoursOld for how long the data have been as they are; null where it is not said
 */
record Page(int status, boolean isGood, long rows, @Nullable Integer hoursOld) {
    private static final int OK = 200;

    static Page of(Document document) throws UnreadableDocumentException {
        Row head = JsonRows.head(document);
        try {
            int status = whole(head, "status", OK);
            boolean good = status == OK
                    && head.findText("success").map(Boolean::parseBoolean).orElse(false);
            if (!good) {
                return new Page(status, false, 0, null);
            }
            long rows = JsonRows.count(document, "data");
            if (whole(head, "count", Math.toIntExact(rows)) != rows) {
                throw new UnreadableDocumentException("/count", "count", "is not the number of rows, " + rows);
            }
            int old = whole(head, "last_update", -1);
            return new Page(status, true, rows, old < 0 ? null : old);
        } catch (InvalidFigureException e) {
            throw new UnreadableDocumentException("/" + e.field(), e.field(), String.valueOf(e.getMessage()));
        }
    }

    private static int whole(Row head, String field, int otherwise) {
        BigDecimal number = head.findCount(field).orElse(BigDecimal.valueOf(otherwise));
        if (number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new InvalidFigureException(field, "is absurd: " + number);
        }
        return number.intValueExact();
    }
}
