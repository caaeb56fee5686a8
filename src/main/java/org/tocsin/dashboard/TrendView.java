package org.tocsin.dashboard;

import java.util.List;

/**
 * A trend as a page shows it: the picture, and the same as a table.
 *
 * @param address of the picture, with its parameters
 * @param rows the newest window first
 */
record TrendView(
        String caption, String address, String alternative, List<Row> rows, Wording.Credit credit, Links links) {
    /**
     * One window.
     *
     * @param notes what must be known of the value
     */
    record Row(String window, String value, String range, String notes) {}

    /** The same elsewhere. */
    record Links(String csv, String json) {}
}
