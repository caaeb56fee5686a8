package org.tocsin.figure;

/** What is counted, in what, and how it combines over time. */
public record Measure(Metric metric, Unit unit, Kind kind) {
    public Measure {
        if (!metric.allows(unit)) {
            throw new InvalidFigureException("unit", metric.code() + " is not counted in " + unit.code());
        }
        if (!metric.allows(kind)) {
            throw new InvalidFigureException("kind", metric.code() + " is never a " + kind.code());
        }
    }

    /** The metric in its usual unit and kind. */
    public static Measure of(Metric metric) {
        return new Measure(metric, metric.unit(), metric.kind());
    }

    /** The metric in its usual unit, stated as {@code kind}. */
    public static Measure of(Metric metric, Kind kind) {
        return new Measure(metric, metric.unit(), kind);
    }
}
