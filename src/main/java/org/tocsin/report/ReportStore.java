package org.tocsin.report;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The only door to the reports. */
public final class ReportStore {
    private static final String ADD = """
            insert into report (id, source, sha256, title, published, link, language, countries, body, received_at, received_by)
            values (:id, :source, :sha256, :title, :published, :link, :language, :countries, :body, :at, :by)
            on conflict (source, sha256) do nothing
            """;

    private static final String SELECT = """
            select seq, id, sha256, title, published, link, language, countries, body, received_at, received_by
            from report
            """;

    private final Jdbi jdbi;

    public ReportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a report; false if its text was there before, which changes nothing. */
    public boolean add(UUID id, Report.About about, String text, String by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(ADD)
                        .bind("id", id)
                        .bind("source", Report.SOURCE.value())
                        .bind("sha256", Report.sha256(text))
                        .bind("title", about.title())
                        .bind("published", about.published())
                        .bind("link", about.link() == null ? null : about.link().toString())
                        .bind("language", about.language())
                        .bindArray("countries", String.class, about.countries().toArray())
                        .bind("body", text)
                        .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .bind("by", by)
                        .execute()
                > 0);
    }

    /** The report of an archived text. */
    public Optional<Report> find(String sha256) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where source = :source and sha256 = :sha256")
                .bind("source", Report.SOURCE.value())
                .bind("sha256", sha256)
                .map((row, context) -> report(row))
                .findOne());
    }

    /** The report of that id; throws {@link NoSuchReportException} if there is none. */
    public Report get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where id = :id")
                        .bind("id", id)
                        .map((row, context) -> report(row))
                        .findOne())
                .orElseThrow(() -> new NoSuchReportException("no report " + id));
    }

    /** Reports, those that came last first, from before {@code before}. */
    public List<Report> list(@Nullable Long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + " where cast(:before as bigint) is null or seq < :before order by seq desc limit :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> report(row))
                .list());
    }

    private static Report report(ResultSet row) throws SQLException {
        String link = row.getString("link");
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("sha256"),
                new Report.About(
                        row.getString("title"),
                        row.getObject("published", LocalDate.class),
                        link == null ? null : URI.create(link),
                        row.getString("language"),
                        List.of((String[]) row.getArray("countries").getArray())),
                row.getString("body"),
                new Report.Received(
                        row.getLong("seq"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("received_by")));
    }
}
