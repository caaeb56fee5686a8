package org.tocsin.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert on its page.
 *
 * @param rows what else is said of the number
 * @param credit null where the alert was closed without a finding of its own
 * @param trend null where its metric has no trend to show
 */
record AlertView(
        Entry entry,
        List<Row> rows,
        List<Event> events,
        @Nullable Credit credit,
        List<Link> links,
        @Nullable TrendView trend) {
    /**
     * An alert in a list.
     *
     * @param level the word for it
     * @param mark code of the level, for its colour
     */
    record Entry(String id, String level, String mark, String state, String scope, String sentence, String since) {}

    /** One thing said about the number. */
    record Row(String label, String text) {}

    /** Something that happened to it. */
    record Event(String at, String what, String level, String why, String by) {}

    /** Under which terms the number is shown. */
    record Credit(String attribution, String licence, String nonCommercial, String sums) {}

    /** Where to read on. */
    record Link(String label, String address) {}

    AlertView with(@Nullable TrendView shown) {
        return new AlertView(entry, rows, events, credit, links, shown);
    }
}
