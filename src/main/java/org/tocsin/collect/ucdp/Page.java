package org.tocsin.collect.ucdp;

import org.tocsin.collect.Document;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/**
 * What a page says of the walk it belongs to.
 *
 * @param total events of all pages
 * @param events of this page
 */
record Page(long total, long events, boolean isLast) {
    static Page of(Document document) throws UnreadableDocumentException {
        Row head = JsonRows.head(document);
        try {
            long total = head.count("TotalCount").longValueExact();
            boolean last = head.findText("NextPageUrl").isEmpty();
            return new Page(total, JsonRows.count(document, "Result"), last);
        } catch (InvalidFigureException e) {
            throw new UnreadableDocumentException("/" + e.field(), e.field(), String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new UnreadableDocumentException("/TotalCount", "TotalCount", "is absurd");
        }
    }
}
