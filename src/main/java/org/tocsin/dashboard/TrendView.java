package org.tocsin.dashboard;

import java.util.List;

/**
 * A trend as a page shows it: the picture, and the same as a table.
 *
 * @param marks since when another source has stood for the figure, a sentence for each change
 * @param rows the newest window first
 */
record TrendView(
        String caption, Picture picture, List<String> marks, List<Row> rows, Wording.Credit credit, Links links) {
    /**
     * The picture.
     *
     * @param address with its parameters
     * @param alternative what it shows, in words
     */
    record Picture(String address, String alternative) {}

    /**
     * One window.
     *
     * @param notes what must be known of the value
     */
    record Row(String window, String value, String range, String notes) {}

    /** The same elsewhere. */
    record Links(String csv, String json) {}
}
