package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the {@code detector} of a rule by its {@code type}, with the defaults of METHODS where a parameter is left out. */
final class DetectorFields {
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal FIFTH = new BigDecimal("0.2");
    private static final int PEERS = 3;
    private static final int YEARS = 3;

    private static final Map<String, BiFunction<Fields, Usual, Supplier<? extends @Nullable Detector>>> READERS =
            new TreeMap<>(Map.ofEntries(
                    Map.entry("threshold", (fields, usual) -> threshold(fields)),
                    Map.entry("change", (fields, usual) -> change(fields)),
                    Map.entry("record_high", (fields, usual) -> recordHigh(fields)),
                    Map.entry("quantile", StatisticalFields::quantile),
                    Map.entry("median_multiple", StatisticalFields::medianMultiple),
                    Map.entry("robust_z", StatisticalFields::robustZ),
                    Map.entry("ears_c1", StatisticalFields::earsC1),
                    Map.entry("ears_c2", StatisticalFields::earsC2),
                    Map.entry("ears_c3", StatisticalFields::earsC3),
                    Map.entry("negative_binomial", StatisticalFields::countExceedance),
                    Map.entry("farrington_flexible", StatisticalFields::farrington),
                    Map.entry("cusum", StatisticalFields::cusum),
                    Map.entry("glr_nb", StatisticalFields::glrNb),
                    Map.entry("pace", (fields, usual) -> pace(fields)),
                    Map.entry("pace_profile", (fields, usual) -> paceProfile(fields)),
                    Map.entry("pace_linear", (fields, usual) -> paceLinear(fields)),
                    Map.entry("stale", (fields, usual) -> CombinedFields.stale(fields)),
                    Map.entry("divergence", CombinedFields::divergence),
                    Map.entry("joint", CombinedFields::joint),
                    Map.entry("bundle", CombinedFields::bundle)));

    private DetectorFields() {}

    /**
     * Null, and at least one problem collected, if it cannot be made.
     *
     * @param interval on which the defaults depend; null if it is not known
     */
    static @Nullable Detector read(Fields fields, @Nullable Interval interval) {
        String type = fields.text("type");
        if (type == null) {
            return null;
        }
        BiFunction<Fields, Usual, Supplier<? extends @Nullable Detector>> reader = READERS.get(type);
        if (reader == null) {
            fields.wrong("type", "'" + type + "' is none of " + String.join(", ", READERS.keySet()));
            return null;
        }
        Supplier<? extends @Nullable Detector> made = reader.apply(fields, new Usual(interval));
        fields.nothingElse();
        return checked(fields, made);
    }

    static Set<String> types() {
        return Collections.unmodifiableSet(READERS.keySet());
    }

    /** What is made; null, and a problem, if its constructor refuses. */
    static <T> @Nullable T checked(Fields fields, Supplier<? extends @Nullable T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int colon = message.indexOf(": ");
            fields.wrongToo(message.substring(0, Math.max(0, colon)), message.substring(colon < 0 ? 0 : colon + 2));
            return null;
        }
    }

    private static Supplier<Detector> threshold(Fields fields) {
        var levels = fields.scale("levels");
        return () -> new Threshold(levels);
    }

    private static Supplier<Detector> change(Fields fields) {
        int current = fields.count("current", 1);
        int reference = fields.count("reference");
        var ratios = fields.scale("ratios");
        BigDecimal minAbsolute = fields.number("minAbsolute");
        BigDecimal minCurrent = fields.number("minCurrent");
        BigDecimal minReference = fields.number("minReference");
        return () -> new ChangeOverWindow(current, reference, ratios, minAbsolute, minCurrent, minReference);
    }

    private static Supplier<Detector> recordHigh(Fields fields) {
        int window = fields.count("window", 1);
        var lookbacks = fields.counts("lookbacks");
        BigDecimal margin = fields.number("margin");
        boolean strict = fields.flag("strict", false);
        return () -> new RecordHigh(window, lookbacks, margin, strict);
    }

    private static Supplier<Detector> pace(Fields fields) {
        var shares = fields.scale("shares");
        BigDecimal minElapsed = fields.number("minElapsed", QUARTER);
        int minPeers = fields.count("minPeers", PEERS);
        BigDecimal minRequired = fields.number("minRequired");
        return () -> new Pace(shares, minElapsed, minPeers, minRequired);
    }

    private static Supplier<Detector> paceProfile(Fields fields) {
        var projections = fields.scale("projections", HALF);
        BigDecimal minElapsed = fields.number("minElapsed", QUARTER);
        int minYears = fields.count("minYears", YEARS);
        BigDecimal minRequired = fields.number("minRequired");
        return () -> new PaceProfile(projections, minElapsed, minYears, minRequired);
    }

    private static Supplier<Detector> paceLinear(Fields fields) {
        var shortfalls = fields.scale("shortfalls", FIFTH);
        BigDecimal minElapsed = fields.number("minElapsed", QUARTER);
        BigDecimal minRequired = fields.number("minRequired");
        return () -> new PaceLinear(shortfalls, minElapsed, minRequired);
    }
}
