package org.tocsin.crisis;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;

/** The only door to appeals, as they are known now and as they were known. */
public final class AppealStore {
    private static final String KNOWN = """
            select code, name, type, countries, starts, ends, listed_because, link from appeal
            where known_from <= :as_of and (known_to is null or known_to > :as_of)
            order by code
            """;

    private static final String ADD = """
            insert into appeal (code, known_from, source, name, type, countries, starts, ends, listed_because, link)
            values (:code, :known_from, :source, :name, :type, :countries, :starts, :ends, :listed_because, :link)
            """;

    private final Jdbi jdbi;

    public AppealStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes over what a source says of its appeals; only what differs becomes a new version. */
    public void record(SourceId source, List<Appeal> appeals, Instant knownFrom) {
        jdbi.useTransaction(handle -> {
            List<Appeal> known = list(handle, knownFrom);
            for (Appeal appeal : appeals) {
                if (!known.contains(appeal)) {
                    replace(handle, source, appeal, knownFrom);
                }
            }
        });
    }

    /** All appeals as known at a moment, by code. */
    public List<Appeal> list(Instant asOf) {
        return jdbi.withHandle(handle -> list(handle, asOf));
    }

    private static List<Appeal> list(Handle handle, Instant asOf) {
        try (Query query = handle.createQuery(KNOWN)) {
            return query.bind("as_of", OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC))
                    .map((row, context) -> appeal(row))
                    .list();
        }
    }

    private static void replace(Handle handle, SourceId source, Appeal appeal, Instant knownFrom) {
        OffsetDateTime from = OffsetDateTime.ofInstant(knownFrom, ZoneOffset.UTC);
        handle.execute("update appeal set known_to = ? where code = ? and known_to is null", from, appeal.code());
        handle.createUpdate(ADD)
                .bind("code", appeal.code())
                .bind("known_from", from)
                .bind("source", source.value())
                .bind("name", appeal.name())
                .bind("type", appeal.type())
                .bindArray(
                        "countries",
                        String.class,
                        appeal.countries().stream().sorted().toArray())
                .bind("starts", appeal.period().start())
                .bind("ends", appeal.period().end())
                .bind("listed_because", appeal.listedBecause())
                .bind("link", appeal.link() == null ? null : appeal.link().toString())
                .execute();
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        String link = row.getString("link");
        return new Appeal(
                row.getString("code"),
                row.getString("name"),
                row.getString("type"),
                Set.copyOf(CrisisDao.texts(row.getArray("countries"))),
                new Period(row.getObject("starts", LocalDate.class), row.getObject("ends", LocalDate.class)),
                row.getString("listed_because"),
                link == null ? null : URI.create(link));
    }
}
