package org.tocsin.api;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.report.Candidate;
import org.tocsin.report.Report;

/**
 * A report.
 *
 * @param text the whole text, for readers who may see archived documents; null for others and in lists
 * @param quote its beginning, for everybody else
 * @param candidates how many of its candidates stand where; null in lists
 */
record ReportAnswer(
        String id,
        String title,
        LocalDate published,
        @Nullable URI url,
        @Nullable String language,
        List<String> countries,
        String sha256,
        Instant receivedAt,
        @Nullable String text,
        @Nullable String quote,
        @Nullable Map<String, Integer> candidates)
        implements Answer {
    /** No more than this leaves the house of a text that is not ours. */
    static final int LONGEST_QUOTE = 300;

    static ReportAnswer listed(Report report) {
        return of(report, null, null, null);
    }

    static ReportAnswer from(Report report, Map<Candidate.State, Integer> candidates, boolean whole) {
        Map<String, Integer> counts = new TreeMap<>();
        candidates.forEach((state, count) -> counts.put(state.code(), count));
        return of(report, whole ? report.text() : null, whole ? null : quote(report.text()), counts);
    }

    /** The beginning of a text, up to a word's end. */
    static String quote(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_QUOTE - 1);
        return text.substring(0, end > 0 ? end : LONGEST_QUOTE - 1) + "…";
    }

    private static ReportAnswer of(
            Report report, @Nullable String text, @Nullable String quote, @Nullable Map<String, Integer> candidates) {
        return new ReportAnswer(
                report.id().toString(),
                report.about().title(),
                report.about().published(),
                report.about().link(),
                report.about().language(),
                report.about().countries(),
                report.sha256(),
                report.received().at(),
                text,
                quote,
                candidates);
    }
}
