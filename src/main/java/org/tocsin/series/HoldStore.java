package org.tocsin.series;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Period;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** The only door to figures that wait to be believed: implausible jumps and unknown places. */
public final class HoldStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SELECT = """
            select h.id as hold, h.reason, h.statement::text as statement, h.held_at, h.release_at,
                h.series_id, h.record, h.part, h.ended_at, h.ended_as, h.ended_by, h.because,
                s.country, s.admin1, s.admin1_pcode, s.admin2, s.admin2_pcode, s.origin, s.rolling, l.*,
                b.value as before_value, b.period_end as before_day
            from hold h join series s on s.id = h.series_id join line l on l.id = s.line_id
                left join lateral (
                    select f.value, f.period_end from figure f
                    where f.series_id = h.series_id and f.value is not null
                        and f.period_end::text < h.statement ->> 'period_end'
                    order by f.period_end desc limit 1) b on true
            """;

    private static final String OPEN = SELECT + " where h.ended_at is null";

    private static final String ENDED =
            SELECT + " where h.ended_at is not null order by h.ended_at desc, h.id desc limit :limit";

    /** A jump that only time has let go, which was believed then and was the last word of its series on the days asked for. */
    private static final String UNCONFIRMED = """
            with believed as (
                select series_id, record, part, period_end, value from figure
                where series_id = any (:series) and period_end <= :to and known_from <= :as_of
                union all
                select series_id, record, part, period_end, value from figure_history
                where series_id = any (:series) and period_end <= :to and known_from <= :as_of and known_to > :as_of)
            select exists (
                select 1 from hold h join believed b using (series_id, record, part)
                where h.reason = 'jump' and h.ended_as = 'released' and h.ended_by = 'sweep' and h.because = 'waited'
                    and h.ended_at <= :as_of and b.value = (h.statement ->> 'value')::numeric and b.period_end >= :from
                    and not exists (select 1 from believed later
                        where later.series_id = b.series_id and later.period_end > b.period_end and later.value is not null))
            """;

    private final Jdbi jdbi;

    public HoldStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All that waits, the longest waiting first. */
    public List<HeldStatement> list() {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN + " order by h.id")
                .map((row, context) -> held(row))
                .list());
    }

    /** How many wait. */
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from hold where ended_at is null")
                .mapTo(Long.class)
                .one());
    }

    /** What waits no more, the latest ended first. */
    public List<EndedHold> listEnded(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(ENDED)
                .bind("limit", limit)
                .map((row, context) -> ended(row))
                .list());
    }

    /** What a run has held back and what still waits, the last held first. */
    public List<HeldStatement> listOf(long run) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN + " and h.run = :run order by h.id desc")
                .bind("run", run)
                .map((row, context) -> held(row))
                .list());
    }

    /** The ids of those that are to be let go by themselves by now, the longest waiting first. */
    public List<Long> listDue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from hold where ended_at is null and release_at <= :now order by id")
                .bind("now", utc(now))
                .mapTo(Long.class)
                .list());
    }

    /** One that still waits; empty when its wait has ended. */
    public Optional<HeldStatement> findWaiting(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN + " and h.id = :id")
                .bind("id", id)
                .map((row, context) -> held(row))
                .findOne());
    }

    /**
     * Whether what some series say of a span rests, as known at a moment, on a jump that was let go because it had waited for a day,
     * and that nothing confirmed.
     */
    public boolean isUnconfirmed(List<SeriesRef> series, Period span, Instant asOf) {
        return jdbi.withHandle(handle -> handle.createQuery(UNCONFIRMED)
                .bindArray(
                        "series", Long.class, series.stream().map(SeriesRef::id).toArray())
                .bind("from", span.start())
                .bind("to", span.end())
                .bind("as_of", utc(asOf))
                .mapTo(Boolean.class)
                .one());
    }

    /** Lets one that could not be let go wait for longer. */
    public void putOff(long id, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update hold set release_at = :until where id = :id and ended_at is null and release_at < :until")
                .bind("id", id)
                .bind("until", utc(until))
                .execute());
    }

    /**
     * Ends the wait.
     *
     * @param how {@code released} or {@code dropped}
     * @param because null: what was found when it was repeated, or that it has waited long enough
     * @return false if it does not wait any more
     */
    public boolean end(long id, String how, String by, @Nullable String because, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update hold set ended_at = :at, ended_as = :how, ended_by = :by,
                                    because = coalesce(:because, because, 'waited')
                                where id = :id and ended_at is null
                                """)
                        .bind("id", id)
                        .bind("how", how)
                        .bind("by", by)
                        .bind("because", because)
                        .bind("at", utc(at))
                        .execute())
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static EndedHold ended(ResultSet row) throws SQLException {
        return new EndedHold(
                held(row),
                new FigureId(row.getLong("series_id"), row.getString("record"), row.getString("part")),
                new EndedHold.Ending(
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        row.getString("ended_as"),
                        row.getString("ended_by"),
                        row.getString("because")));
    }

    private static HeldStatement held(ResultSet row) throws SQLException {
        OffsetDateTime releaseAt = row.getObject("release_at", OffsetDateTime.class);
        return new HeldStatement(
                row.getLong("hold"),
                figure(row, parse(row.getString("statement"))),
                row.getString("reason"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                releaseAt == null ? null : releaseAt.toInstant(),
                before(row));
    }

    private static HeldStatement.@Nullable Before before(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal("before_value");
        return value == null ? null : new HeldStatement.Before(value, row.getObject("before_day", LocalDate.class));
    }

    private static Figure figure(ResultSet row, JsonNode said) throws SQLException {
        boolean overwritten = said.path("overwritten").asBoolean();
        String part = said.path("part").asText();
        String link = text(said, "link");
        String published = text(said, "published");
        return new Figure(
                new SeriesKey(
                        LineDao.line(row).line(),
                        LineDao.place(row),
                        row.getString("origin"),
                        Rolling.of(row.getString("rolling"))),
                new SourceRecord(
                        said.path("record").asText(),
                        overwritten ? part.substring(0, part.lastIndexOf('@')) : part,
                        overwritten),
                statement(said),
                new Provenance(
                        link == null ? null : URI.create(link),
                        published == null ? null : LocalDate.parse(published),
                        said.path("document").asText(),
                        said.path("pointer").asText()));
    }

    private static Statement statement(JsonNode said) {
        return new Statement(
                new Period(
                        LocalDate.parse(said.path("period_start").asText()),
                        LocalDate.parse(said.path("period_end").asText())),
                new Quantity(
                        number(said, "value"),
                        number(said, "low"),
                        number(said, "high"),
                        Qualifier.of(said.path("qualifier").asText())),
                Status.of(said.path("status").asText()),
                new Event(text(said, "event_name"), text(said, "glide")));
    }

    private static @Nullable String text(JsonNode said, String field) {
        return said.hasNonNull(field) ? said.path(field).asText() : null;
    }

    private static @Nullable BigDecimal number(JsonNode said, String field) {
        return said.hasNonNull(field) ? new BigDecimal(said.path(field).asText()) : null;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a held statement is JSON of our own", e);
        }
    }
}
