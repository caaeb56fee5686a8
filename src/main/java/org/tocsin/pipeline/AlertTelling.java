package org.tocsin.pipeline;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.DecisionStore;
import org.tocsin.notify.Notice;

/** Says again what subscribers were last told of an alert, for pages and the API: the same words as in their mails. */
public final class AlertTelling {
    private final AlertBook alerts;
    private final DecisionStore decisions;
    private final NoticeWriter notices;

    public AlertTelling(AlertBook alerts, DecisionStore decisions, Around around, URI publicUrl) {
        this.alerts = alerts;
        this.decisions = decisions;
        this.notices = new NoticeWriter(around, alerts, decisions, publicUrl);
    }

    /** What was last told with a finding behind it; empty if there was none. */
    public Optional<Notice> last(UUID alert) {
        return lastEvent(alert)
                .map(event -> notices.write(
                        decisions.get(
                                java.util.Objects.requireNonNull(event.trace().decision())),
                        event));
    }

    /** The decision behind what was last told. */
    public Optional<UUID> decision(UUID alert) {
        return lastEvent(alert)
                .map(event -> java.util.Objects.requireNonNull(event.trace().decision()));
    }

    private Optional<AlertEvent> lastEvent(UUID alert) {
        List<AlertEvent> events = alerts.events(alert);
        return events.stream()
                .filter(event -> event.told()
                        && event.trace().decision() != null
                        && event.kind().toldAs().isPresent())
                .reduce((earlier, later) -> later);
    }
}
