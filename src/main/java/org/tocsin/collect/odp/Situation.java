package org.tocsin.collect.odp;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;

/**
 * A series of days that the portal shows for a situation, and what it says: the answer holds days and numbers alone.
 *
 * @param widget the portal's number of the chart
 * @param view the portal's number of the situation view, {@code sv_id} in the chart's address
 * @param group the portal's number of the population group; several joined by a comma come summed
 * @param metric {@code arrivals} where the portal counts everybody who ever came, {@code refugees} where it counts those who are there
 * @param country where they are; {@code ZZZ}, several countries, where it is left out
 * @param origin where they came from
 */
record Situation(int widget, int view, String group, String metric, String country, String origin) {
    Situation(int widget, int view, String group, String metric, @Nullable String country, String origin) {
        this.widget = widget;
        this.view = view;
        this.group = group;
        this.metric = Metric.of(metric).code();
        this.country = Place.country(requireNonNullElse(country, Place.SEVERAL)).country();
        this.origin = Place.country(origin).country();
        if (!Metric.of(metric).crossesBorder()) {
            throw new IllegalArgumentException(metric + " of situation view " + view + " is no count across a border");
        }
        if (!group.matches("\\d+(,\\d+)*")) {
            throw new IllegalArgumentException("'" + group + "' is no population group's number");
        }
    }

    String query() {
        return "widget_id=" + widget + "&sv_id=" + view + "&population_group=" + group
                + "&frequency=day&fromDate=1900-01-01";
    }

    /** Whether an answer to this query is about it. */
    boolean isAskedBy(String query) {
        return ("&" + query + "&").contains("&sv_id=" + view + "&population_group=" + group + "&");
    }

    /** Apart from the countries' own pages, which count the same people again. */
    SeriesKey series() {
        Metric counted = Metric.of(metric);
        Kind kind = counted == Metric.ARRIVALS ? Kind.CUMULATIVE : Kind.STOCK;
        Line line = new Line(
                Attribution.of(OdpCollector.ID, Basis.REPORTED),
                Measure.of(counted, kind),
                Population.ALL,
                Cause.ALL,
                "situation view " + view,
                null);
        return new SeriesKey(line, Place.country(country), origin, Rolling.TOTAL);
    }
}
