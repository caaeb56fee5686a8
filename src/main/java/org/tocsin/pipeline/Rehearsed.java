package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.alert.AlertEvent;
import org.tocsin.detect.Judgement;
import org.tocsin.detect.Level;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;

/**
 * What a rule would have done.
 *
 * @param days in which figures became known and time passed
 * @param scopes how many crises or countries were rehearsed
 * @param reasons how many decisions ended with each reason
 * @param events what subscribers would have been told, the oldest first
 */
public record Rehearsed(Period days, int scopes, Map<Reason, Long> reasons, List<Event> events) {
    public Rehearsed {
        reasons = Map.copyOf(reasons);
        events = List.copyOf(events);
    }

    /**
     * One thing that would have been told.
     *
     * @param window the days of the judged value
     * @param messages to how many recipients and endpoints of today
     */
    public record Event(
            Instant at,
            String scope,
            Line line,
            AlertEvent.Kind kind,
            Level level,
            Period window,
            Judgement judgement,
            int messages) {}

    static Rehearsed nothing(Period days) {
        return new Rehearsed(days, 0, Map.of(), List.of());
    }

    Rehearsed and(Rehearsed other) {
        Map<Reason, Long> sum = new EnumMap<>(Reason.class);
        sum.putAll(reasons);
        other.reasons.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        List<Event> all = new ArrayList<>(events);
        all.addAll(other.events);
        all.sort(Comparator.comparing(Event::at));
        return new Rehearsed(days, scopes + other.scopes, sum, all);
    }

    public long evaluations() {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many alerts would have been opened. */
    public long episodes() {
        return events.stream()
                .filter(event -> event.kind() == AlertEvent.Kind.OPENED)
                .count();
    }

    /** After how many days one crisis or country opens an alert on average; empty if none did. */
    public Optional<BigDecimal> returnPeriodDays() {
        long opened = episodes();
        return opened == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(Math.round((double) days.days() * scopes / opened)));
    }

    public long messages() {
        return events.stream().mapToLong(Event::messages).sum();
    }
}
