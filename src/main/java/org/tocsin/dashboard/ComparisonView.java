package org.tocsin.dashboard;

import java.util.List;

/** Two spans of a line side by side, and what reports say of about the same days. */
record ComparisonView(List<Row> rows) {
    /**
     * One pair of spans.
     *
     * @param told changes in percent, for whom and why they are told
     */
    record Row(String span, String value, String before, String change, List<Told> told) {
        boolean silent() {
            return told.isEmpty();
        }
    }

    /**
     * A change told in prose.
     *
     * @param link to the report; empty if there is none to follow
     */
    record Told(String sentence, String link) {
        boolean linked() {
            return !link.isEmpty();
        }
    }
}
