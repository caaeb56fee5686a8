package org.tocsin.dashboard;

import java.util.List;

/** The sources as their page shows them. */
record SourceView(List<Row> rows) {
    /**
     * One source.
     *
     * @param mark code of its state, for its colour
     * @param why what explains the state; empty if nothing has to
     * @param failing empty if its last run did not fail
     * @param last its newest run in words
     */
    record Row(
            String id,
            String name,
            String mark,
            String state,
            String why,
            String failing,
            String content,
            String succeeded,
            String last,
            String cadence,
            Wording.Credit credit) {}
}
