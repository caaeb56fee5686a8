package org.tocsin.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.InvalidFigureException;

/** What happened, told by any number of reports: their numbers of it are never added, for each who states one the latest counts. */
public record Event(UUID id, String name, Where where, When when, Cause cause, Entry entry) {
    /** Where it happened; an area inside the country only as far as it tells events apart. */
    public record Where(String country, @Nullable String admin1) {}

    /** Its days; the end is null while it goes on, or nobody knows. */
    public record When(LocalDate starts, @Nullable LocalDate ends) {
        public When {
            if (ends != null && ends.isBefore(starts)) {
                throw new InvalidFigureException("event", "ends before it starts: " + starts + " to " + ends);
            }
        }
    }

    /** Who wrote it down, and when. */
    public record Entry(Instant at, String by) {}

    public Event {
        if (name.isBlank()) {
            throw new InvalidFigureException("event", "has no name");
        }
    }
}
