package org.tocsin.dashboard;

import java.util.List;

/**
 * The figures behind the last window of a trend.
 *
 * @param why what is to be said of the list
 */
record FigureView(String why, List<Row> rows) {
    boolean any() {
        return !rows.isEmpty();
    }

    /**
     * One figure and where it can be looked up.
     *
     * @param link to where the source says it; empty if it gives none
     */
    record Row(
            String place, String period, String quantity, String link, String pointer, String sha256, String address) {
        String digest() {
            return sha256.substring(0, 12);
        }

        boolean linked() {
            return !link.isEmpty();
        }
    }
}
