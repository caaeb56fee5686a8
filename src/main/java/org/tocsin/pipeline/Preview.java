package org.tocsin.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.tocsin.alert.Alert;
import org.tocsin.alert.Due;
import org.tocsin.alert.DueStore;
import org.tocsin.alert.Rehearsal;
import org.tocsin.alert.RuleVersion;
import org.tocsin.alert.Trigger;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.NoSuchScopeException;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Change;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Where;
import org.tocsin.figure.Countries;
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
    private final DueStore due;

    public Preview(
            SeriesStore series, CrisisStore crises, AppealStore appeals, SubscriberStore subscribers, DueStore due) {
        this.series = series;
        this.crises = crises;
        this.appeals = appeals;
        this.subscribers = subscribers;
        this.due = due;
    }

    /**
     * What the rule would have done.
     *
     * @param days in which figures became known and time passed, UTC
     * @param only the scopes to rehearse, {@code crisis:ID} or {@code country:ISO3}, as if the rule named them; none: all that it
     *     watches
     * @param progress told the share done after each scope
     * @throws NoSuchScopeException if one of them is no crisis or country that is known
     */
    public Rehearsed run(Rule rule, Period days, List<String> only, DoubleConsumer progress) {
        Map<String, List<Trigger>> watched = only.isEmpty() ? watched(rule.watch()) : named(rule.watch(), only);
        Rehearsed rehearsed = Rehearsed.nothing(days);
        int done = 0;
        for (Map.Entry<String, List<Trigger>> scope : watched.entrySet()) {
            rehearsed = rehearsed.and(new OneScope(rule, days, scope.getKey()).play(scope.getValue()));
            progress.accept(++done / (double) watched.size());
        }
        return rehearsed;
    }

    /** The scopes that live would be due, with what makes them so. */
    private Map<String, List<Trigger>> watched(Rule.Watch watch) {
        return due.triggers(watch).stream()
                .collect(Collectors.groupingBy(Trigger::scope, TreeMap::new, Collectors.toList()));
    }

    /** These scopes, also where no figure lies in one. */
    private Map<String, List<Trigger>> named(Rule.Watch watch, List<String> only) {
        List<String> countries = after(Scoped.COUNTRY, only);
        countries.stream().filter(code -> !Countries.isKnown(code)).findFirst().ifPresent(unknown -> {
            throw new NoSuchScopeException(Scoped.COUNTRY + unknown);
        });
        Map<String, List<Trigger>> named = watched(watch.in(Where.of(after(Scoped.CRISIS, only), countries)));
        only.forEach(scope -> named.putIfAbsent(scope, List.of()));
        return named;
    }

    private static List<String> after(String kind, List<String> scopes) {
        return scopes.stream()
                .filter(scope -> scope.startsWith(kind))
                .map(scope -> scope.substring(kind.length()))
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

        Rehearsed play(List<Trigger> triggers) {
            Instant end = days.end().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            for (Due due : dues.until(triggers, end)) {
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
