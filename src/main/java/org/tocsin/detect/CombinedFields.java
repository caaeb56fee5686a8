package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;

/** Reads the detectors that look at more than one line, or put several findings together. */
final class CombinedFields {
    private static final int GAPS = 20;
    private static final int MIN_GAPS = 5;

    private CombinedFields() {}

    static Supplier<Detector> stale(Fields fields) {
        var factors = fields.scale("factors", new BigDecimal("1.5"));
        BigDecimal minDays = fields.number("minDays", BigDecimal.valueOf(2));
        int gaps = fields.count("gaps", GAPS);
        int minGaps = fields.count("minGaps", Math.min(MIN_GAPS, gaps));
        return () -> new Stale(factors, minDays, gaps, minGaps);
    }

    static Supplier<Detector> divergence(Fields fields, Usual usual) {
        var past = StatisticalFields.past(fields, usual.ratios(), 0, usual.ratios() / 2);
        var factors = fields.scale("factors", BigDecimal.valueOf(2));
        return () -> new Divergence(past.get(), factors);
    }

    static Supplier<@Nullable Detector> joint(Fields fields, Usual usual) {
        Fields first = fields.object("detector");
        Detector detector = first == null ? null : DetectorFields.read(first, usual.interval());
        Fields beside = fields.object("with");
        Joint.Other with = beside == null ? null : other(beside);
        return () -> detector == null || with == null ? null : new Joint(detector, with);
    }

    private static Joint.@Nullable Other other(Fields fields) {
        Metric metric = fields.text("metric", Metric::of);
        Cause cause = fields.text("cause", Cause::new);
        Interval interval = fields.text("interval", Interval::of);
        Fields inner = fields.object("detector");
        Detector detector = inner == null ? null : DetectorFields.read(inner, interval);
        fields.nothingElse();
        return metric == null || cause == null || interval == null || detector == null
                ? null
                : new Joint.Other(metric, cause, interval, detector);
    }

    static Supplier<@Nullable Detector> bundle(Fields fields, Usual usual) {
        List<@Nullable Detector> parts = new java.util.ArrayList<>();
        fields.objects("parts").forEach(part -> parts.add(DetectorFields.read(part, usual.interval())));
        var families = fields.counts("families");
        List<Detector> sound = parts.stream().filter(Objects::nonNull).toList();
        return () -> sound.size() < parts.size() || families.isEmpty() ? null : new Bundle(sound, families);
    }
}
