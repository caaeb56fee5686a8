package org.tocsin.bench;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Fills a database by SQL: the figures of the measured crisis, and those of other places around them.
 *
 * <p>In the measured crisis, 150,000 events of one day in one series and 2,160 figures of whole months in 18, over ten years, a tenth of
 * them revised once. Elsewhere series of 500 figures, four of one-day figures for each of whole months, of the same source and lines.
 */
record StoredFigures(Jdbi jdbi) {
    static final int MEASURED = 150_000 + 18 * 120;
    private static final int A_SERIES = 500;
    private static final int A_BATCH = 1_000;

    private static final String SOURCE = """
            insert into source values ('bench', 'Bench', 'l', 'https://l.example', 'a', 'rows', false, 30, true,
                '2025-01-15', 30);
            insert into run (source, cause, started_at, known_from, finished_at, outcome, complete)
            values ('bench', 'hand', '2025-01-15', '2025-01-15', '2025-01-15', 'merged', true),
                ('bench', 'hand', '2025-06-01', '2025-06-01', '2025-06-01', 'merged', true);
            insert into extent (run, source, filter, span_start, span_end, as_of)
            select id, source, '', '2015-01-01', '2024-12-31', known_from::date from run;
            insert into line (source, basis, metric, unit, kind, population, cause)
            values ('bench', 'reported', 'killed', 'persons', 'flow', 'all', 'conflict'),
                ('bench', 'reported', 'new_displacements', 'movements', 'flow', 'all', 'conflict');
            insert into series (line_id, country, admin1, rolling)
            select l.id, 'SDN', 'State ' || n, 'part' from line l, generate_series(1, 18) n
            where l.metric = 'new_displacements' or n = 1
            """;

    private static final String FIGURE = """
            insert into figure (series_id, record, part, period_start, period_end, value, low, high, qualifier, status,
                document, pointer, run, known_from, class)
            select series, 'r' || i, '', first, last, 1 + i % 40, i % 2, 3 + i % 40, 'exact', 'final', repeat('3b7e', 16),
                '/Result/' || i, 1, case when i % 10 = 0 then timestamptz '2025-06-01 00:00Z' else '2025-01-15 00:00Z' end,
                case when i % 10 = 0 then 'revised_up' else 'backfill' end
            """;

    private static final String EVENTS = FIGURE + """
            from (select s.id as series, i, date '2015-01-01' + i * 3653 / 150000 as first,
                    date '2015-01-01' + i * 3653 / 150000 as last
                from series s join line l on l.id = s.line_id, generate_series(0, 149999) i
                where l.metric = 'killed') f
            """;

    private static final String MONTHS = FIGURE + """
            from (select s.id as series, i, (date '2015-01-01' + make_interval(months => i))::date as first,
                    (date '2015-02-01' + make_interval(months => i))::date - 1 as last
                from series s join line l on l.id = s.line_id, generate_series(0, 119) i
                where l.metric = 'new_displacements') f
            """;

    private static final String REVISED = """
            insert into figure_history (series_id, record, part, period_start, period_end, value, low, high, qualifier,
                status, document, pointer, run, known_from, known_to, ended_by, class, ended_as)
            select series_id, record, part, period_start, period_end, value, low, high, qualifier,
                status, document, pointer, 1, '2025-01-15 00:00Z', known_from, 2, 'backfill', 'revised'
            from figure where class = 'revised_up'
            """;

    private static final String ELSEWHERE = """
            with made as (
                insert into series (line_id, country, admin1, rolling)
                select l.id, 'Q' || 10 + n % 90, 'Province ' || n, 'part'
                from generate_series(:from, :to - 1) n join line l
                    on l.metric = case when n % 5 = 0 then 'new_displacements' else 'killed' end
                order by n returning id, line_id)
            """ + FIGURE + """
            from (select m.id as series, i, case when l.metric = 'killed' then date '2015-01-01' + i * 7
                        else (date '1983-05-01' + make_interval(months => i))::date end as first,
                    case when l.metric = 'killed' then date '2015-01-01' + i * 7
                        else (date '1983-06-01' + make_interval(months => i))::date - 1 end as last
                from made m join line l on l.id = m.line_id, generate_series(0, 499) i) f
            """;

    /** What the measured crisis has, where it is not stored yet. */
    void measured() {
        jdbi.useTransaction(handle -> {
            if (isEmpty(handle)) {
                handle.createScript(SOURCE).execute();
                handle.execute(EVENTS);
                handle.execute(MONTHS);
                handle.execute(REVISED);
            }
        });
    }

    /** Adds figures of other places until so many are stored in all, or {@code late} says to stop; returns how many there are then. */
    long elsewhere(long total, BooleanSupplier late) {
        long series = (total - MEASURED) / A_SERIES;
        long done = jdbi.withHandle(StoredFigures::seriesElsewhere);
        long start = System.nanoTime();
        while (done < series && !late.getAsBoolean()) {
            long next = Math.min(done + A_BATCH, series);
            add(done, next);
            if (next == series || next % (10 * A_BATCH) == 0) {
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT, "%,d figures stored after %.0f s%n", MEASURED + next * A_SERIES, seconds);
            }
            done = next;
        }
        jdbi.useHandle(handle -> handle.execute("vacuum (analyze) figure, figure_history, series, line"));
        return MEASURED + done * A_SERIES;
    }

    /** How many are stored, by the series there are. */
    long count() {
        return jdbi.withHandle(handle -> isEmpty(handle) ? 0 : MEASURED + seriesElsewhere(handle) * A_SERIES);
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("select count(*) from source")
                .mapTo(Long.class)
                .one()
                .equals(0L);
    }

    private static long seriesElsewhere(Handle handle) {
        return handle.createQuery("select count(*) from series where country <> 'SDN'")
                .mapTo(Long.class)
                .one();
    }

    private void add(long from, long to) {
        jdbi.useHandle(handle -> insert(handle, from, to));
    }

    private static void insert(Handle handle, long from, long to) {
        handle.createUpdate(ELSEWHERE).bind("from", from).bind("to", to).execute();
    }
}
