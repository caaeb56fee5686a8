package org.tocsin.crisis;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads and writes crises and the versions of their scopes. */
final class CrisisDao {
    record Head(CrisisId id, String name, LocalDate since, List<String> glide, List<String> keywords, int version) {}

    /** One version of a crisis. */
    record Version(CrisisId id, int number) {}

    private static final String HEADS = """
            select c.id, c.name, c.since, c.glide, c.keywords, v.version
            from crisis c join crisis_version v on v.crisis = c.id
                and (v.known_to is null and :by::timestamptz is null
                    or v.known_from <= :by and (v.known_to is null or v.known_to > :by))
            where :id::text is null or c.id = :id
            order by c.id
            """;

    private static final String LINES = """
            select crisis, version, role, country, admin1, appeal from crisis_line
            where :id::text is null or crisis = :id
            order by role, country, admin1, appeal
            """;

    private static final String UPSERT = """
            insert into crisis (id, name, since, glide, keywords) values (:id, :name, :since, :glide, :keywords)
            on conflict (id) do update set name = excluded.name, since = excluded.since, glide = excluded.glide,
                keywords = excluded.keywords
            """;

    private static final String ADD_LINE = """
            insert into crisis_line (crisis, version, role, country, admin1, appeal)
            values (:crisis, :version, :role, :country, :admin1, :appeal)
            """;

    private final Handle handle;

    CrisisDao(Handle handle) {
        this.handle = handle;
    }

    /** The crisis of an id, or all of them for null, with the version known at a moment, or now for null. */
    List<Head> heads(@Nullable CrisisId id, @Nullable Instant by) {
        try (Query query = handle.createQuery(HEADS)) {
            return query.bind("id", id == null ? null : id.value())
                    .bind("by", by == null ? null : OffsetDateTime.ofInstant(by, ZoneOffset.UTC))
                    .map((row, context) -> head(row))
                    .list();
        }
    }

    /** The scope of each version of a crisis, or of all of them for null, by one statement however many there are. */
    Map<Version, List<ScopeLine>> lines(@Nullable CrisisId id) {
        Map<Version, List<ScopeLine>> lines = new HashMap<>();
        try (Query query = handle.createQuery(LINES)) {
            query.bind("id", id == null ? null : id.value())
                    .map((row, context) -> lines.computeIfAbsent(
                                    new Version(new CrisisId(row.getString("crisis")), row.getInt("version")),
                                    version -> new ArrayList<>())
                            .add(line(row)))
                    .list();
        }
        return lines;
    }

    void upsert(Crisis crisis) {
        handle.createUpdate(UPSERT)
                .bind("id", crisis.id().value())
                .bind("name", crisis.name())
                .bind("since", crisis.since())
                .bindArray("glide", String.class, crisis.glide().toArray())
                .bindArray("keywords", String.class, crisis.keywords().toArray())
                .execute();
    }

    void addVersion(Crisis crisis, int version, Instant knownFrom) {
        OffsetDateTime from = OffsetDateTime.ofInstant(knownFrom, ZoneOffset.UTC);
        handle.execute(
                "update crisis_version set known_to = ? where crisis = ? and known_to is null",
                from,
                crisis.id().value());
        handle.execute(
                "insert into crisis_version (crisis, version, known_from) values (?, ?, ?)",
                crisis.id().value(),
                version,
                from);
        try (PreparedBatch batch = handle.prepareBatch(ADD_LINE)) {
            for (ScopeLine line : crisis.lines()) {
                batch.bind("crisis", crisis.id().value())
                        .bind("version", version)
                        .bind("role", line.role().code())
                        .bind("country", line.country())
                        .bind("admin1", line.admin1())
                        .bind("appeal", line.appeal())
                        .add();
            }
            batch.execute();
        }
    }

    private static ScopeLine line(ResultSet row) throws SQLException {
        return new ScopeLine(
                ScopeLine.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getString("country"),
                row.getString("admin1"),
                row.getString("appeal"));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new CrisisId(row.getString("id")),
                row.getString("name"),
                row.getObject("since", LocalDate.class),
                texts(row.getArray("glide")),
                texts(row.getArray("keywords")),
                row.getInt("version"));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
