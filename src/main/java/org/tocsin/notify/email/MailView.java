package org.tocsin.notify.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in words, as both templates show it; empty lists and absent parts are left out.
 */
record MailView(Frame frame, Lead lead, Rows rows, @Nullable Table standing, List<Link> links, Footer footer) {
    /**
     * What happened.
     *
     * @param more what goes with it; empty where nothing does
     */
    record Lead(String sentence, String more) {
        /** Read by the template. */
        boolean follows() {
            return !more.isEmpty();
        }
    }

    /** What is said of the number, above and below the standing picture. */
    record Rows(List<Row> before, List<Row> after) {}

    /**
     * @param direction {@code ltr} or {@code rtl}
     * @param colour of the level, which its word says too
     */
    record Frame(String language, String direction, String subject, String level, String occasion, String colour) {}

    /** One thing said about the number. */
    record Row(String label, String text) {}

    /** The standing picture. */
    record Table(String caption, List<Line> lines) {}

    /** A line of the standing picture. */
    record Line(String metric, String value, String asOf, String source) {}

    /** Where to read on. */
    record Link(String label, String address) {}

    /** What every message ends with. */
    record Footer(String credit, String whyYou) {}
}
