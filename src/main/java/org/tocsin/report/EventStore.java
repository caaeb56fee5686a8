package org.tocsin.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Period;

/** The only door to the events that reports tell of. */
public final class EventStore {
    private static final String ADD = """
            insert into event (id, name, country, admin1, starts, ends, cause, created_at, created_by)
            values (:id, :name, :country, :admin1, :starts, :ends, :cause, :at, :by)
            """;

    private static final String SELECT = """
            select id, name, country, admin1, starts, ends, cause, created_at, created_by from event
            """;

    private static final String NEAR = SELECT + """
            where country = :country and starts <= :end and (ends is null or ends >= cast(:start as date) - 14)
                and (cause = 'all' or :cause = 'all' or split_part(cause, ':', 1) = split_part(:cause, ':', 1))
            order by starts = :start desc, abs(starts - cast(:start as date)), seq desc limit :limit
            """;

    private final Jdbi jdbi;

    public EventStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes an event down. */
    void add(Event event) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("id", event.id())
                .bind("name", event.name())
                .bind("country", event.where().country())
                .bind("admin1", event.where().admin1())
                .bind("starts", event.when().starts())
                .bind("ends", event.when().ends())
                .bind("cause", event.cause().code())
                .bind("at", OffsetDateTime.ofInstant(event.entry().at(), ZoneOffset.UTC))
                .bind("by", event.entry().by())
                .execute());
    }

    public Optional<Event> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where id = :id")
                .bind("id", id)
                .map((row, context) -> event(row))
                .findOne());
    }

    /**
     * Events of a country and a cause that share a day with {@code days} or were over at most two weeks before them, for reports
     * often tell a number without its day; those that began on the first of the days come first.
     */
    public List<Event> near(String country, Period days, Cause cause, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(NEAR)
                .bind("country", country)
                .bind("start", days.start())
                .bind("end", days.end())
                .bind("cause", cause.code())
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list());
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new Event.Where(row.getString("country"), row.getString("admin1")),
                new Event.When(row.getObject("starts", LocalDate.class), row.getObject("ends", LocalDate.class)),
                new Cause(row.getString("cause")),
                new Event.Entry(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("created_by")));
    }
}
