package org.tocsin.collect;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.figure.SourceId;

/** Says how every source stands: what the settings, the operators, its runs and its content have to say of it. */
public final class SourceBook {
    private static final String LAST = "select last.* from source s cross join lateral (select " + RunRow.COLUMNS
            + " from run where run.source = s.id order by run.id desc limit 1) last";

    private final Jdbi jdbi;
    private final Roster roster;
    private final SourceStates states;
    private final Pauses pauses;

    public SourceBook(Jdbi jdbi, Roster roster) {
        this.jdbi = jdbi;
        this.roster = roster;
        this.states = new SourceStates(jdbi);
        this.pauses = new Pauses(jdbi);
    }

    /** Every source that has declared itself. */
    public Map<SourceId, SourceStanding> all(Instant now) {
        Map<SourceId, Run> last = last();
        Map<SourceId, Pause> paused = pauses.all();
        Map<SourceId, SourceStanding> standings = new HashMap<>();
        states.all()
                .forEach((source, state) -> standings.put(
                        source,
                        SourceStanding.of(
                                roster.lacks(source).orElse(null), paused.get(source), state, last.get(source), now)));
        return standings;
    }

    private Map<SourceId, Run> last() {
        return jdbi
                .withHandle(handle -> handle.createQuery(LAST)
                        .map((row, context) -> RunRow.read(row))
                        .list())
                .stream()
                .collect(Collectors.toUnmodifiableMap(run -> new SourceId(run.source()), run -> run));
    }
}
