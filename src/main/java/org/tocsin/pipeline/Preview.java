package org.tocsin.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.tocsin.alert.Alert;
import org.tocsin.alert.Due;
import org.tocsin.alert.Rehearsal;
import org.tocsin.alert.RuleVersion;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Change;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Period;
import org.tocsin.notify.SubscriberStore;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesMemory;
import org.tocsin.series.SeriesStore;

/**
 * Rehearses a rule on history before it is saved: each run that touched a subject, and each day where silence is judged, is
 * judged on what was known at its moment, and open alerts are looked at when they would have been, by the evaluator that runs live. Nothing is written.
 */
public final class Preview {
    private final SeriesStore series;
    private final CrisisStore crises;
    private final AppealStore appeals;
    private final SubscriberStore subscribers;

    public Preview(SeriesStore series, CrisisStore crises, AppealStore appeals, SubscriberStore subscribers) {
        this.series = series;
        this.crises = crises;
        this.appeals = appeals;
        this.subscribers = subscribers;
    }

    /**
     * What the rule would have done.
     *
     * @param days in which figures became known and time passed, UTC
     * @param only the scopes to rehearse, {@code crisis:ID} or {@code country:ISO3}; none: every crisis the rule watches
     * @param progress told the share done after each scope
     */
    public Rehearsed run(Rule rule, Period days, List<String> only, DoubleConsumer progress) {
        List<String> scopes = only.isEmpty() ? watched(rule) : only;
        Rehearsed rehearsed = Rehearsed.nothing(days);
        for (int i = 0; i < scopes.size(); i++) {
            rehearsed = rehearsed.and(new OneScope(rule, days, scopes.get(i)).play());
            progress.accept((i + 1) / (double) scopes.size());
        }
        return rehearsed;
    }

    private List<String> watched(Rule rule) {
        List<String> named = rule.watch().crises();
        return crises.list().stream()
                .map(held -> held.crisis().id().value())
                .filter(id -> named.isEmpty() || named.contains(id))
                .map(id -> Scoped.CRISIS + id)
                .toList();
    }

    /** One crisis or country, played from the first day to the last. */
    private final class OneScope {
        private final RuleVersion rule;
        private final Period days;
        private final String name;
        private final Rehearsal book = new Rehearsal();
        private final PastDues dues;
        private final Judging judging;
        private final Tally tally;

        OneScope(Rule rule, Period days, String name) {
            this.rule = new RuleVersion(rule, 0, false);
            this.days = days;
            this.name = name;
            Scoped scoped = crises.scoped(name);
            Scope scope = scoped.scope();
            SeriesMemory memory = series.remember();
            this.judging = new Judging(new EvidenceReader(memory, any -> scoped, appeals), memory, book);
            this.dues = new PastDues(series, rule, name, scope, days);
            this.tally = new Tally(days, name, scope, subscribers);
        }

        Rehearsed play() {
            Instant end = days.end().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            for (Due due : dues.until(end)) {
                lookUntil(due.enqueuedAt());
                judge(due);
            }
            lookUntil(end);
            return tally.sum();
        }

        /** Looks at open alerts as the sweep does, each at its time. */
        private void lookUntil(Instant end) {
            for (List<Alert> waiting = book.toLookAt(end); !waiting.isEmpty(); waiting = book.toLookAt(end)) {
                Alert first = waiting.get(0);
                Instant at = Objects.requireNonNull(first.standing().lookAt());
                Change sweep = new Change(Change.SWEEP, null, first.told().days());
                judge(new Due(rule.rule().id(), name, first.told().lineId(), sweep, false, at));
                book.looked(first.id(), at);
            }
        }

        private void judge(Due due) {
            Instant at = due.enqueuedAt();
            judging.judge(due, rule, at, at, tally::add);
        }
    }
}
