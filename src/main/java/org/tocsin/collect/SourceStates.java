package org.tocsin.collect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.figure.SourceId;

/** Reads how each source does, from what is declared and learned of it and from its runs. */
public final class SourceStates {
    /** Until its lag is learned 45 days are assumed, as everywhere; a figure that was held is no contact with its source. */
    private static final String STATES = """
            select s.id, s.cadence_days, coalesce(s.usual_lag_days, 45) as lag_days, s.content_until,
                succeeded.finished_at as succeeded_at, coalesce(merged.stated, 0) as records,
                (select count(*) from run f where f.source = s.id and f.outcome = 'failed' and f.cause <> 'reread'
                    and f.id > coalesce(succeeded.id, 0)) as failures
            from source s
                left join lateral (
                    select r.id, r.finished_at from run r
                    where r.source = s.id and r.outcome in ('merged', 'unchanged') and r.cause <> 'reread'
                    order by r.id desc limit 1) succeeded on true
                left join lateral (
                    select r.added + r.revised + r.unchanged + r.held as stated from run r
                    where r.source = s.id and r.outcome = 'merged' and r.cause <> 'reread'
                    order by r.id desc limit 1) merged on true
            """;

    private final Jdbi jdbi;

    public SourceStates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Every source that has declared itself. */
    public Map<SourceId, SourceState> all() {
        return jdbi
                .withHandle(handle -> handle.createQuery(STATES)
                        .map((row, context) -> Map.entry(new SourceId(row.getString("id")), state(row)))
                        .list())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SourceState state(ResultSet row) throws SQLException {
        return new SourceState(
                row.getInt("cadence_days"),
                row.getInt("lag_days"),
                RunRow.instant(row, "succeeded_at"),
                row.getObject("content_until", LocalDate.class),
                row.getLong("records"),
                row.getLong("failures"));
    }
}
