package org.tocsin.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.alert.Alert;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.alert.DecisionStore;
import org.tocsin.notify.Notice;
import org.tocsin.series.FigureStore;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesStore;

/** What was last told before an event: earlier in its own episode, else in the episode before it. */
final class PastTelling {
    private final AlertBook alerts;
    private final DecisionStore decisions;
    private final SeriesStore series;
    private final FigureStore figures;

    PastTelling(AlertBook alerts, DecisionStore decisions, Around around) {
        this.alerts = alerts;
        this.decisions = decisions;
        this.series = around.series();
        this.figures = around.figures();
    }

    Optional<Notice.Told> before(AlertEvent event, Alert alert, Scope scope) {
        return earlier(event).or(() -> ofEpisodeBefore(alert)).map(past -> told(past, scope));
    }

    private record Past(AlertEvent event, UUID decision) {}

    private Optional<Past> earlier(AlertEvent event) {
        return findings(event.alert()).stream()
                .filter(past -> past.event().id() < event.id())
                .reduce((older, newer) -> newer);
    }

    private Optional<Past> ofEpisodeBefore(Alert alert) {
        return alerts.findBefore(alert)
                .flatMap(before -> findings(before.id()).stream().reduce((older, newer) -> newer));
    }

    /** The events that told a number which had rung, oldest first. */
    private List<Past> findings(UUID alert) {
        return alerts.events(alert).stream()
                .filter(event -> event.told()
                        && event.kind()
                                .toldAs()
                                .filter(kind -> kind.equals("opened") || kind.equals("escalated"))
                                .isPresent())
                .flatMap(event -> Optional.ofNullable(event.trace().decision()).stream()
                        .map(decision -> new Past(event, decision)))
                .toList();
    }

    private Notice.Told told(Past past, Scope scope) {
        Decision decision = decisions.get(past.decision());
        LineRef line = series.line(decision.lineId());
        Said said = Said.of(
                figures,
                series.series(line, scope),
                decision.days(),
                decision.judgement().value());
        return new Notice.Told(
                past.event().trace().at(),
                past.event().level(),
                said.quantity(decision.evidence().subject().line().attribution().basis(), List.of()),
                decision.days());
    }
}
