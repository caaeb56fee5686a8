package org.tocsin.collect.unhcr;

import java.util.Locale;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;

/** The columns of a pair that are figures; people of concern outside them, and stateless people, overlap with these. */
enum Cell {
    REFUGEES(Metric.REFUGEES, Population.ALL, false),
    ASYLUM_SEEKERS(Metric.ASYLUM_SEEKERS, Population.ALL, false),
    OIP(Metric.OTHERS_NEEDING_PROTECTION, Population.ALL, false),
    /** Those displaced by conflict whom UNHCR protects or helps; another count than IDMC's. */
    IDPS(Metric.IDPS, Population.ALL, true),
    RETURNED_REFUGEES(Metric.RETURNS, Population.REFUGEES, false),
    RETURNED_IDPS(Metric.RETURNS, Population.IDPS, true);

    private final Metric metric;
    private final Population population;
    private final boolean atHome;

    Cell(Metric metric, Population population, boolean atHome) {
        this.metric = metric;
        this.population = population;
        this.atHome = atHome;
    }

    /** The name of its column. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    Line line() {
        Cause cause = atHome ? Cause.CONFLICT : Cause.ALL;
        return Line.of(Attribution.of(UnhcrCollector.ID, Basis.REPORTED), Measure.of(metric), population, cause);
    }

    boolean isFlow() {
        return metric.kind() == Kind.FLOW;
    }

    /** Whether it counts people inside their own country. */
    boolean isAtHome() {
        return atHome;
    }

    /** Whether they are at home again: refugees who returned are where they came from. */
    boolean isBackHome() {
        return this == RETURNED_REFUGEES;
    }
}
