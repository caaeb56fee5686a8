package org.tocsin.series;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Area;
import org.tocsin.figure.Countries;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Place;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;

/** Streams incoming figures into a temporary table of the merge's transaction; series and documents are numbered as they come. */
final class Staging implements AutoCloseable {
    private static final String SERIES =
            "staged_series (s, source, stated_by, basis, metric, unit, kind, population, cause,"
                    + " category, appeal, country, admin1, admin1_pcode, admin2, admin2_pcode, origin, rolling, known_place)";

    private final Connection connection;
    private final CopyInto rows;
    private final CopyText row = new CopyText();
    private final Map<SeriesKey, Integer> series = new LinkedHashMap<>();
    private final Map<String, Integer> documents = new LinkedHashMap<>();
    private final Repeats repeats = new Repeats();
    private final LocalDate newsFrom;
    private boolean overwrites;
    private boolean news;
    private long count;

    /**
     * Begins a batch.
     *
     * @param newsFrom the first day of which a figure of an unknown record is news
     */
    Staging(Connection connection, LocalDate newsFrom) throws SQLException {
        this.connection = connection;
        this.newsFrom = newsFrom;
        this.rows = new CopyInto(connection, "staged");
    }

    void add(Figure figure) throws SQLException {
        int number = series.computeIfAbsent(figure.series(), key -> series.size());
        SourceRecord record = figure.record();
        overwrites |= record.overwritten();
        Statement said = figure.statement();
        String part = part(record, said);
        row.add(count++).add(number).add(record.id()).add(part).add(record.overwritten());
        boolean late = said.period().end().isBefore(newsFrom);
        news |= !late;
        row.add(!late).add(repeats.suspects(record.id(), part));
        row.plain(said.period().start()).plain(said.period().end());
        add(said.quantity());
        row.plain(said.status().code())
                .add(said.event().name())
                .add(said.event().glide());
        Provenance from = figure.provenance();
        row.add(from.link() == null ? null : from.link().toString()).plain(from.published());
        row.add(documents.computeIfAbsent(from.document(), sha256 -> documents.size()))
                .add(from.pointer());
        rows.row(row);
    }

    long size() {
        return count;
    }

    /** Whether a value came that its source overwrites. */
    boolean overwrites() {
        return overwrites;
    }

    /** Whether a record may have come twice. */
    boolean mayRepeat() {
        return repeats.any();
    }

    /** Whether a figure came that is news if its record is new. */
    boolean bringsNews() {
        return news;
    }

    boolean states(Kind kind) {
        return series.keySet().stream().anyMatch(key -> key.line().measure().kind() == kind);
    }

    boolean namesUnknownPlaces() {
        return series.keySet().stream()
                .anyMatch(key -> !Countries.isKnown(key.place().country()));
    }

    /** Ends the rows, then stages the series and the documents they belong to. */
    void finish() throws SQLException {
        rows.finish();
        try (CopyInto keys = new CopyInto(connection, SERIES)) {
            for (Map.Entry<SeriesKey, Integer> entry : series.entrySet()) {
                add(entry.getKey(), entry.getValue());
                keys.row(row);
            }
            keys.finish();
        }
        try (CopyInto names = new CopyInto(connection, "staged_document")) {
            for (Map.Entry<String, Integer> entry : documents.entrySet()) {
                names.row(row.add(entry.getValue()).add(entry.getKey()));
            }
            names.finish();
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    /** Every day's value of a record that its source overwrites is a part of its own. */
    private static String part(SourceRecord record, Statement said) {
        return record.overwritten() ? record.part() + "@" + said.period().end() : record.part();
    }

    private void add(Quantity quantity) {
        row.add(trimmed(quantity.value())).add(trimmed(quantity.low())).add(trimmed(quantity.high()));
        row.plain(quantity.qualifier().code());
    }

    private static @Nullable BigDecimal trimmed(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private void add(SeriesKey key, int number) {
        Line line = key.line();
        row.add(number)
                .add(line.attribution().source().value())
                .add(line.attribution().statedBy());
        row.plain(line.attribution().basis().code());
        row.plain(line.measure().metric().code()).plain(line.measure().unit().code());
        row.plain(line.measure().kind().code())
                .plain(line.population().code())
                .plain(line.cause().code());
        row.add(line.category()).add(line.appeal());
        Place place = key.place();
        row.add(place.country());
        add(place.admin1());
        add(place.admin2());
        row.add(key.origin()).plain(key.rolling().code()).add(Countries.isKnown(place.country()));
    }

    private void add(@Nullable Area area) {
        row.add(area == null ? null : area.name()).add(area == null ? null : area.pcode());
    }
}
