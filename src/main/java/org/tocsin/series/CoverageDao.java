package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;

/** Reads what a source has covered and how late it usually is. */
final class CoverageDao {
    /** What is assumed of a source's lag until its own is learned, in days. */
    static final int LAG_UNTIL_LEARNED = 45;

    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    /** An answer of one slice covers the countries it names; it covers no day after the one it was given on. */
    private static final String SPANS = """
            with spoken as (
                select e.filter, e.span_start, least(e.span_end, e.as_of) as span_end, e.as_of
                from extent e join run r on r.id = e.run
                where e.source = :source and r.outcome is distinct from 'failed' and r.known_from <= :as_of),
            covered as (
                select coalesce(range_agg(daterange(s.span_start, s.span_end, '[]'))
                    filter (where s.span_start is not null), '{}') as spans
                from unnest(:countries::text[]) as c (country) left join spoken s on s.span_start <= s.span_end
                    and (s.filter = '' or s.filter like 'country:%'
                        and c.country = any (string_to_array(substr(s.filter, 9), ',')))
                group by c.country)
            select kind, lower(span) as first, upper(span) - 1 as last
            from (
                select 'covered' as kind, unnest(range_intersect_agg(spans)) as span from covered
                union all
                select 'confirmed', unnest(range_agg(daterange(as_of, as_of, '[]'))) from spoken) s
            order by kind, span
            """;

    /** Every answer, by when it became known. */
    private static final String SPOKEN = """
            select e.filter, e.span_start, least(e.span_end, e.as_of) as span_end, e.as_of, r.known_from
            from extent e join run r on r.id = e.run
            where e.source = :source and r.outcome is distinct from 'failed' and r.known_from is not null
            order by r.known_from, r.id
            """;

    private static final String SOURCE =
            "select absence_is_zero, usual_lag_days, cadence_days from source where id = :source";

    private static final String EVERYWHERE = "";

    private record Told(String kind, Period span) {}

    private final Handle handle;

    CoverageDao(Handle handle) {
        this.handle = handle;
    }

    /** What a source has covered of all it tells of. */
    Coverage get(SourceId source, @Nullable Instant asOf) {
        return get(source, List.of(EVERYWHERE), asOf);
    }

    /** What a source has covered of a line in a scope; people who crossed a border may be anywhere. */
    Coverage get(LineRef line, Scope scope, @Nullable Instant asOf) {
        Metric metric = line.line().measure().metric();
        SourceId source = line.line().attribution().source();
        Coverage coverage = get(source, countries(line, scope), asOf);
        OptionalInt lag = new LatenessDao(handle).get(source, metric).lagDays();
        return lag.isPresent() ? coverage.withLag(lag.getAsInt()) : coverage;
    }

    /** Of which countries a source must have spoken to cover a line in a scope; one without a name stands for all of them. */
    static List<String> countries(LineRef line, Scope scope) {
        List<String> countries =
                scope.places().stream().map(Scope.Inside::country).distinct().toList();
        boolean anywhere = line.line().measure().metric().crossesBorder() || countries.isEmpty();
        return anywhere ? List.of(EVERYWHERE) : countries;
    }

    /** Every answer of a source that was whole for something, by when it became known. */
    List<Spoken> spoken(SourceId source) {
        try (Query query = handle.createQuery(SPOKEN)) {
            return query.bind("source", source.value())
                    .map((row, context) -> new Spoken(
                            row.getString("filter"),
                            row.getObject("span_start", LocalDate.class),
                            row.getObject("span_end", LocalDate.class),
                            row.getObject("as_of", LocalDate.class),
                            row.getObject("known_from", OffsetDateTime.class).toInstant()))
                    .list();
        }
    }

    private Coverage get(SourceId source, List<String> countries, @Nullable Instant asOf) {
        List<Told> told = told(source, countries, asOf == null ? ALWAYS : asOf);
        try (Query query = handle.createQuery(SOURCE)) {
            return query.bind("source", source.value())
                    .map((row, context) -> {
                        int learned = row.getInt("usual_lag_days");
                        int lag = row.wasNull() ? LAG_UNTIL_LEARNED : learned;
                        int cadence = row.getInt("cadence_days");
                        return new Coverage(
                                spans(told, "covered"),
                                spans(told, "confirmed"),
                                row.getBoolean("absence_is_zero"),
                                lag,
                                cadence + lag + (cadence + 1) / 2);
                    })
                    .one();
        }
    }

    private static List<Period> spans(List<Told> told, String kind) {
        return told.stream()
                .filter(each -> each.kind().equals(kind))
                .map(Told::span)
                .toList();
    }

    private List<Told> told(SourceId source, List<String> countries, Instant asOf) {
        try (Query query = handle.createQuery(SPANS)) {
            return query.bind("source", source.value())
                    .bind("as_of", OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC))
                    .bindArray("countries", String.class, countries.toArray())
                    .map((row, context) -> new Told(
                            row.getString("kind"),
                            new Period(
                                    row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class))))
                    .list();
        }
    }
}
