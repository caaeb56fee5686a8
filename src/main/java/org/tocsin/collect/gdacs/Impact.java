package org.tocsin.collect.gdacs;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tocsin.collect.Row;
import org.tocsin.figure.Metric;

/**
 * What one row of an event says it did to people, in one region or the whole of a country.
 *
 * @param region empty for the whole country
 * @param row its number, in {@code sendaivalue}
 */
record Impact(Metric metric, String country, String region, Row row) {
    /** After the Sendai framework's names of losses, as GDACS writes them. */
    private static final Map<String, Metric> METRICS = Map.of(
            "death", Metric.KILLED,
            "deaths", Metric.KILLED,
            "killed", Metric.KILLED,
            "missing", Metric.MISSING,
            "injured", Metric.INJURED,
            "displaced", Metric.NEW_DISPLACEMENTS,
            "affected", Metric.AFFECTED);

    /** What is counted in a row; empty for what is not about people, such as houses, or about none who were harmed. */
    static Optional<Metric> metric(Row row) {
        return Optional.ofNullable(METRICS.get(row.text("sendainame").toLowerCase(Locale.ROOT)));
    }

    boolean isTotal() {
        return region.isEmpty();
    }

    /** What it shares with the total of its country, or its regions. */
    String sum() {
        return country + "/" + metric.code();
    }

    /** The day it is true for: the one the statement reaches to, else the one it was entered on. */
    Optional<LocalDate> asOf() {
        Optional<LocalDate> entered = row.findDate("dateinsert");
        Optional<LocalDate> until = row.findDate("expires_date");
        return until.filter(day -> entered.isEmpty() || !day.isAfter(entered.get()))
                .or(() -> entered);
    }

    /** Of two that say the same thing the one entered later. */
    static Impact later(Impact one, Impact other) {
        String before = one.row.findText("dateinsert").orElse("");
        return before.compareTo(other.row.findText("dateinsert").orElse("")) > 0 ? one : other;
    }
}
