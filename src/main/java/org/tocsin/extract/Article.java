package org.tocsin.extract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the articles a page holds.
 *
 * @param number counted from 0 in the order of the page
 * @param title its own, else the page's
 * @param date its own, else the page's
 * @param start offset of its first character in the page
 * @param end offset behind its last character
 */
public record Article(
        int number, @Nullable String title, @Nullable LocalDate date, int start, int end) {
    public Article {
        if (number < 0 || start < 0 || end < start) {
            throw new IllegalArgumentException("no article: number " + number + ", from " + start + " to " + end);
        }
    }
}
