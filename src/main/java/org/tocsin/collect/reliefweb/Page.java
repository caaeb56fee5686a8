package org.tocsin.collect.reliefweb;

import org.tocsin.collect.Document;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/**
 * What a page says of itself and of the walk it belongs to.
 *
 * @param total reports that answer the question
 * @param reports those on this page
 */
record Page(long total, long reports) {
    static Page of(Document document) throws UnreadableDocumentException {
        Row head = JsonRows.head(document);
        try {
            return new Page(head.count("totalCount").longValueExact(), JsonRows.count(document, "data"));
        } catch (InvalidFigureException e) {
            throw new UnreadableDocumentException("/" + e.field(), e.field(), String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new UnreadableDocumentException("/totalCount", "totalCount", "is absurd");
        }
    }
}
