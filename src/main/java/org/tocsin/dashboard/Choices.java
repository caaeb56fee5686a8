package org.tocsin.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Crisis;
import org.tocsin.figure.Metric;
import org.tocsin.phrase.Phrases;
import org.tocsin.series.Bucket;

/** The form in which a reader chooses a trend. */
record Choices(List<Option> crises, List<Option> metrics, List<Option> intervals) {
    /** Days are left to the API: over them figures can come to stand for single people. */
    private static final List<Bucket> INTERVALS = List.of(Bucket.WEEK, Bucket.MONTH, Bucket.QUARTER, Bucket.YEAR);

    /** One thing to choose. */
    record Option(String code, String name, boolean chosen) {}

    static Choices of(List<Crisis> crises, String crisis, TrendChoice choice, Phrases phrases) {
        return new Choices(
                crises.stream()
                        .map(each -> new Option(
                                each.id().value(),
                                each.name(),
                                each.id().value().equals(crisis)))
                        .toList(),
                Arrays.stream(Metric.values())
                        .filter(metric -> metric != Metric.POPULATION)
                        .map(metric -> new Option(metric.code(), phrases.metric(metric), metric == choice.metric()))
                        .toList(),
                INTERVALS.stream()
                        .map(each -> new Option(each.code(), each.code(), each == choice.interval()))
                        .toList());
    }

    /** The metric of this code; empty for none or an unknown one. */
    static Optional<Metric> metric(@Nullable String code) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.code().equals(code))
                .findFirst();
    }

    static Optional<Bucket> interval(@Nullable String code) {
        return INTERVALS.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
