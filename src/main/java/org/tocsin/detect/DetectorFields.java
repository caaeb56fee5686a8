package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the {@code detector} of a rule by its {@code type}, with the defaults of METHODS where a parameter is left out. */
final class DetectorFields {
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final int PEERS = 3;

    private DetectorFields() {}

    /** Null, and at least one problem collected, if it cannot be made. */
    static @Nullable Detector read(Fields fields) {
        String type = fields.text("type");
        if (type == null) {
            return null;
        }
        Supplier<Detector> made = switch (type) {
            case "threshold" -> threshold(fields);
            case "change" -> change(fields);
            case "record_high" -> recordHigh(fields);
            case "pace" -> pace(fields);
            default -> null;
        };
        if (made == null) {
            fields.wrong("type", "'" + type + "' is none of threshold, change, record_high, pace");
            return null;
        }
        fields.nothingElse();
        return checked(fields, made);
    }

    /** What is made; null, and a problem, if its constructor refuses. */
    static <T> @Nullable T checked(Fields fields, Supplier<? extends T> made) {
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
}
