package org.tocsin.collect.gidd;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.collect.Document;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/**
 * What a page says of the walk it belongs to.
 *
 * @param released the day of the release it is from; empty where it is not said
 * @param total rows of all pages
 * @param rows of this page
 */
record Page(Optional<LocalDate> released, long total, long rows) {
    private static final Pattern OFFSET = Pattern.compile("(?:^|&)offset=(\\d{1,9})(?:&|$)");

    /** @throws UnreadableDocumentException if it is no page, or holds no row */
    static Page of(Document document) throws UnreadableDocumentException {
        Row head = JsonRows.head(document);
        try {
            long rows = JsonRows.count(document, "results");
            if (rows == 0) {
                throw new UnreadableDocumentException("/results", "results", "is empty");
            }
            return new Page(head.findDate("last_updated"), head.count("count").longValueExact(), rows);
        } catch (InvalidFigureException e) {
            throw new UnreadableDocumentException("/" + e.field(), e.field(), String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new UnreadableDocumentException("/count", "count", "is absurd");
        }
    }

    /** Whether it ends the walk, judged by the address it was asked under: a link to a next page is an address of the source's own. */
    boolean isLast(Document document) {
        Matcher offset = OFFSET.matcher(String.valueOf(document.url().getQuery()));
        return offset.find() && Long.parseLong(offset.group(1)) + rows >= total;
    }
}
