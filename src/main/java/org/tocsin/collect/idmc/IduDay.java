package org.tocsin.collect.idmc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.tocsin.collect.Row;

/** Reads the days of a dump in both its shapes. */
final class IduDay {
    /**
     * Dumps up to 2023 were written by a machine in New Zealand: 7 November is {@code 2023-11-06T11:00:00.000Z}, and the text of the same
     * row says 7 November.
     */
    private static final ZoneId WRITTEN_IN = ZoneId.of("Pacific/Auckland");

    private IduDay() {}

    static LocalDate of(String field, String text, Row row) {
        LocalDate asWritten = row.date(field);
        if (!text.endsWith("Z")) {
            return asWritten;
        }
        try {
            ZonedDateTime there = Instant.parse(text).atZone(WRITTEN_IN);
            return there.toLocalTime().equals(LocalTime.MIDNIGHT) ? there.toLocalDate() : asWritten;
        } catch (DateTimeException e) {
            return asWritten;
        }
    }
}
