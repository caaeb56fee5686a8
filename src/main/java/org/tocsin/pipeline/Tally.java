package org.tocsin.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.notify.Addressee;
import org.tocsin.notify.SubscriberStore;
import org.tocsin.notify.Subscription;
import org.tocsin.series.Scope;

/** Counts what a rehearsal of one scope decides and tells, and whom it would have told. */
final class Tally {
    private final Period days;
    private final String name;
    private final Set<String> countries;
    private final SubscriberStore subscribers;
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final List<Rehearsed.Event> events = new ArrayList<>();
    private final Map<UUID, Set<Addressee>> told = new HashMap<>();

    Tally(Period days, String name, Scope scope, SubscriberStore subscribers) {
        this.days = days;
        this.name = name;
        this.countries = Stream.concat(scope.places().stream().map(Scope.Inside::country), scope.origins().stream())
                .collect(Collectors.toSet());
        this.subscribers = subscribers;
    }

    void add(Judging.Found found) {
        Decision decision = found.decision();
        reasons.merge(decision.reason(), 1L, Long::sum);
        for (AlertEvent event : found.told()) {
            events.add(new Rehearsed.Event(
                    event.trace().at(),
                    name,
                    decision.evidence().subject().line(),
                    event.kind(),
                    event.level(),
                    decision.days(),
                    decision.judgement(),
                    audience(event, decision).size()));
        }
    }

    Rehearsed sum() {
        return new Rehearsed(days, 1, reasons, events);
    }

    /** Who wants such news; what takes back or closes goes to those who were told before. */
    private Set<Addressee> audience(AlertEvent event, Decision decision) {
        Set<Addressee> before = told.computeIfAbsent(event.alert(), any -> new HashSet<>());
        boolean followsUp = event.kind() == AlertEvent.Kind.CORRECTED || event.kind() == AlertEvent.Kind.STOOD_DOWN;
        if (followsUp) {
            return before;
        }
        Metric metric = decision.evidence().subject().line().measure().metric();
        String crisis = name.startsWith(Scoped.CRISIS) ? name.substring(Scoped.CRISIS.length()) : null;
        Set<Addressee> audience = subscribers.audience(new Subscription.News(crisis, countries, metric, event.level()));
        before.addAll(audience);
        return audience;
    }
}
