package org.tocsin.report;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;

/** The only door to changes told in percent. */
public final class ChangeStore {
    private static final String ADD = """
            insert into change_statement (id, metric, country, population, cause, direction, percent, since, base,
                stated_by, published, known_from, note, link, document, pointer)
            values (:id, :metric, :country, :population, :cause, :direction, :percent, :since, :base,
                :stated_by, :published, :known_from, :note, :link, :document, :pointer)
            on conflict (id) do nothing
            """;

    private static final String OF_COUNTRIES = """
            select id, metric, country, population, cause, direction, percent, since, base, stated_by, published, note,
                link, document, pointer
            from change_statement where country = any (:countries) and known_from <= :by order by published desc, id
            """;

    private final Jdbi jdbi;

    public ChangeStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a statement; the same one again changes nothing. */
    public void add(ChangeStatement said, Instant knownFrom) {
        Provenance from = said.provenance();
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind(
                        "link",
                        from == null || from.link() == null ? null : from.link().toString())
                .bind("document", from == null ? null : from.document())
                .bind("pointer", from == null ? null : from.pointer())
                .bind("id", said.id())
                .bind("metric", said.subject().metric().code())
                .bind("country", said.subject().place().country())
                .bind("population", said.subject().population().code())
                .bind("cause", said.subject().cause().code())
                .bind("direction", said.change().direction().code())
                .bind("percent", said.change().percent())
                .bind("since", said.change().since())
                .bind("base", said.change().base())
                .bind("stated_by", said.saying().statedBy())
                .bind("published", said.saying().published())
                .bind("known_from", OffsetDateTime.ofInstant(knownFrom, ZoneOffset.UTC))
                .bind("note", said.saying().note())
                .execute());
    }

    /** What was known by a moment to have been said of some countries, the newest first. */
    public List<ChangeStatement> list(Set<String> countries, Instant by) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_COUNTRIES)
                .bindArray("countries", String.class, countries.toArray())
                .bind("by", OffsetDateTime.ofInstant(by, ZoneOffset.UTC))
                .map((row, context) -> statement(row))
                .list());
    }

    private static ChangeStatement statement(ResultSet row) throws SQLException {
        return new ChangeStatement(
                row.getString("id"),
                new ChangeStatement.Subject(
                        Metric.of(row.getString("metric")),
                        Place.country(row.getString("country")),
                        Population.of(row.getString("population")),
                        new Cause(row.getString("cause"))),
                new ChangeStatement.Change(
                        ChangeStatement.Direction.valueOf(
                                row.getString("direction").toUpperCase(Locale.ROOT)),
                        row.getBigDecimal("percent"),
                        row.getObject("since", LocalDate.class),
                        row.getString("base")),
                new ChangeStatement.Saying(
                        row.getString("stated_by"), row.getObject("published", LocalDate.class), row.getString("note")),
                provenance(row));
    }

    private static @Nullable Provenance provenance(ResultSet row) throws SQLException {
        String document = row.getString("document");
        String link = row.getString("link");
        return document == null
                ? null
                : new Provenance(
                        link == null ? null : URI.create(link),
                        row.getObject("published", LocalDate.class),
                        document,
                        row.getString("pointer"));
    }
}
