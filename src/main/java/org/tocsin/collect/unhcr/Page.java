package org.tocsin.collect.unhcr;

import org.tocsin.collect.Document;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/**
 * What a page says of the walk it belongs to.
 *
 * @param number of this page, from 1
 * @param last number of the last page
 */
record Page(long number, long last) {
    /** @throws UnreadableDocumentException if it is no page, or holds no row: past the end the API answers empty pages */
    static Page of(Document document) throws UnreadableDocumentException {
        Row head = JsonRows.head(document);
        try {
            Page page = new Page(
                    head.count("page").longValueExact(), head.count("maxPages").longValueExact());
            if (JsonRows.count(document, "items") == 0) {
                throw new UnreadableDocumentException("/items", "items", "is empty");
            }
            return page;
        } catch (InvalidFigureException e) {
            throw new UnreadableDocumentException("/" + e.field(), e.field(), String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new UnreadableDocumentException("/maxPages", "maxPages", "is absurd");
        }
    }

    boolean isLast() {
        return number == last;
    }
}
