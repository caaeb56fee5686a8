package org.tocsin.api;

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
import org.tocsin.detect.Level;
import org.tocsin.pipeline.AlertTelling;
import org.tocsin.pipeline.Around;
import org.tocsin.pipeline.Explain;

/** Reads alerts for the API. */
record AlertReader(AlertBook alerts, AlertTelling telling, Explain explain, CrisisStore crises) {
    static AlertReader of(Doors doors) {
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
        return new AlertReader(watched.alerts(), telling, watched.explain(), known.crises());
    }

    /** Alerts, newest first, from before {@code before}. */
    List<Alert> list(AlertParameters parameters, @Nullable Long before, int limit) {
        String crisis = parameters.crisis;
        AlertState state = Parameters.code("state", parameters.state, AlertState.class);
        Level least = Parameters.code("severity", parameters.severity, Level.class);
        Instant since = Parameters.from("since", parameters.since);
        String scope = crisis == null ? null : scope(crises, crisis);
        return alerts.list(new AlertFilter(null, state, scope, least, since), before, limit);
    }

    AlertStory get(UUID id) {
        Alert alert = alerts.get(id);
        return AlertStory.from(alert, alerts.events(id), telling.last(id).orElse(null));
    }

    ExplanationAnswer explanation(UUID id) {
        alerts.get(id);
        UUID decision = telling.decision(id)
                .orElseThrow(
                        () -> ProblemException.notFound("nothing that was told of alert " + id + " has a decision"));
        return ExplanationAnswer.from(explain.of(decision));
    }

    static String scope(CrisisStore crises, String crisis) {
        return Scoped.CRISIS + CrisisResource.find(crises, crisis).crisis().id().value();
    }
}
