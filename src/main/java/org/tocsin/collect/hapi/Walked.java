package org.tocsin.collect.hapi;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Row;
import org.tocsin.figure.Period;

/** The days that the rows of a table speak of. */
final class Walked {
    private @Nullable Subject subject;
    private @Nullable Period span;

    void add(Subject told, Row row) {
        Period days = new Period(row.date("reference_period_start"), row.date("reference_period_end"));
        subject = told;
        span = span == null ? days : new Period(earlier(span.start(), days.start()), later(span.end(), days.end()));
    }

    /** Empty if there was no row. */
    Optional<Extent> extent(LocalDate asOf) {
        return subject == null || span == null
                ? Optional.empty()
                : Optional.of(new Extent(HapiCollector.ID, subject.path(), span, asOf));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
