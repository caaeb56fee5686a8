package org.tocsin.api;

import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Alert;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertFilter;
import org.tocsin.alert.AlertState;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Level;
import org.tocsin.figure.Source;
import org.tocsin.pipeline.AlertTelling;
import org.tocsin.pipeline.Around;
import org.tocsin.pipeline.Explain;

/** Reads alerts for the API. */
record AlertReader(AlertBook alerts, AlertTelling telling, Explain explain, Doors.Known known, Discreet discreet) {
    static AlertReader of(Doors doors, Discreet discreet) {
        Doors.Known known = doors.known();
        Doors.Watched watched = doors.watched();
        AlertTelling telling = new AlertTelling(
                watched.alerts(),
                watched.decisions(),
                new Around(
                        known.series(),
                        known.figures(),
                        known.held().holds(),
                        known.crises(),
                        known.appeals(),
                        known.headline()),
                watched.publicUrl());
        return new AlertReader(watched.alerts(), telling, watched.explain(), known, discreet);
    }

    /** Alerts, newest first, from before {@code before}. */
    List<Alert> list(AlertParameters parameters, @Nullable Long before, int limit) {
        String crisis = parameters.crisis;
        AlertState state = Parameters.code("state", parameters.state, AlertState.class);
        Level least = Parameters.code("severity", parameters.severity, Level.class);
        Instant since = Parameters.from("since", parameters.since);
        String scope = crisis == null ? null : scope(known.crises(), crisis);
        return alerts.list(new AlertFilter(null, state, scope, least, since), before, limit);
    }

    AlertStory get(UUID id) {
        Alert alert = alerts.get(id);
        return AlertStory.from(alert, alerts.events(id), telling.last(id).orElse(null));
    }

    /** Why it was told; days of a source that lets out sums by week are for those who may read its documents. */
    ExplanationAnswer explanation(UUID id, SecurityContext reader) {
        alerts.get(id);
        UUID decision = telling.decision(id)
                .orElseThrow(
                        () -> ProblemException.notFound("nothing that was told of alert " + id + " has a decision"));
        Explain.Explanation found = explain.of(decision);
        Source source = known.series()
                .source(found.decision()
                        .evidence()
                        .subject()
                        .line()
                        .attribution()
                        .source());
        boolean days = found.decision().rule().rule().watch().interval() == Interval.DAY;
        return ExplanationAnswer.from(found, days && !discreet.showsRows(reader, source));
    }

    static String scope(CrisisStore crises, String crisis) {
        return Scoped.CRISIS + CrisisResource.find(crises, crisis).crisis().id().value();
    }
}
