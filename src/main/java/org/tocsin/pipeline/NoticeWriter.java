package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Alert;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Judgement;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Line;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Source;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Occasion;
import org.tocsin.series.FigureStore;
import org.tocsin.series.HeldFigure;
import org.tocsin.series.LineRef;
import org.tocsin.series.SeriesStore;

/** Gathers all that a message about an alert says: the judged number, what it stands on, and what else a reader must know. */
public final class NoticeWriter {
    private final SeriesStore series;
    private final FigureStore figures;
    private final CrisisStore crises;
    private final AlertBook alerts;
    private final StandingPicture standing;
    private final URI publicUrl;

    public NoticeWriter(
            SeriesStore series,
            FigureStore figures,
            CrisisStore crises,
            AlertBook alerts,
            StandingPicture standing,
            URI publicUrl) {
        this.series = series;
        this.figures = figures;
        this.crises = crises;
        this.alerts = alerts;
        this.standing = standing;
        this.publicUrl = publicUrl;
    }

    /** What is told of an event that a decision brought about. */
    public Notice write(Decision decision, AlertEvent event) {
        Alert alert = alerts.get(event.alert());
        Subject subject = decision.evidence().subject();
        Scoped scoped = crises.scoped(subject.scope());
        LineRef line = series.line(decision.lineId());
        Optional<HeldFigure> said = figures.largest(series.series(line, scoped.scope()), decision.days());
        return new Notice(
                new Notice.Alarm(
                        Occasion.valueOf(event.kind().toldAs().orElseThrow().toUpperCase(java.util.Locale.ROOT)),
                        alert.id(),
                        List.of(event.id()),
                        event.level(),
                        decision.rule().rule().id(),
                        decision.rule().rule().title()),
                topic(subject, scoped, said),
                reading(decision, alert, said),
                origin(decision, said),
                background(decision, scoped),
                links(subject, alert));
    }

    private static Notice.Topic topic(Subject subject, Scoped scoped, Optional<HeldFigure> said) {
        boolean isCrisis = subject.scope().startsWith(Scoped.CRISIS);
        Line line = subject.line();
        return new Notice.Topic(
                new Notice.Scope(
                        isCrisis ? subject.scope().substring(Scoped.CRISIS.length()) : null,
                        scoped.name(),
                        scoped.scope().places().stream()
                                .map(place -> place.country())
                                .distinct()
                                .toList()),
                line.measure(),
                line.population(),
                line.cause(),
                said.map(figure -> figure.statement().event().name()).orElse(null),
                said.map(figure -> figure.where().place())
                        .filter(place -> place.level() > 0)
                        .orElse(null));
    }

    /** The judged number; of an episode that closes without one, the number that was told. */
    private static Notice.Reading reading(Decision decision, Alert alert, Optional<HeldFigure> said) {
        Judgement judgement = decision.judgement();
        boolean known = judgement.value() != null;
        Period days = known ? decision.days() : alert.told().days();
        BigDecimal value = known ? judgement.value() : alert.told().value();
        Judgement.Comparison against = judgement.comparison();
        return new Notice.Reading(
                quantity(value, days, said),
                days,
                !decision.evidence().judged().complete(),
                decision.evidence().change().previous(),
                new Notice.Finding(
                        against == null ? null : new Notice.Comparison(against.value(), against.period()),
                        judgement.statistic(),
                        judgement.threshold(),
                        null));
    }

    /** A number that is one statement is told as it was hedged; a sum of several is what they add up to. */
    private static Quantity quantity(@Nullable BigDecimal value, Period days, Optional<HeldFigure> said) {
        if (said.isPresent()
                && said.get().statement().period().equals(days)
                && value != null
                && said.get().statement().quantity().value() != null
                && value.compareTo(said.get().statement().quantity().value()) == 0) {
            return said.get().statement().quantity();
        }
        return new Quantity(value, null, null, Qualifier.EXACT);
    }

    private Notice.Origin origin(Decision decision, Optional<HeldFigure> said) {
        Line line = decision.evidence().subject().line();
        Source source = series.source(line.attribution().source());
        Instant knownAt = said.map(figure -> figure.known().from()).orElse(decision.knownAt());
        return new Notice.Origin(
                source.id(),
                source.name(),
                line.attribution().statedBy(),
                line.attribution().basis(),
                new Notice.Publication(
                        said.map(figure -> figure.provenance().published()).orElse(null),
                        knownAt,
                        said.map(figure -> figure.provenance().link())
                                .orElse(source.terms().link())),
                new Notice.Credit(
                        source.terms().licence(),
                        source.terms().attribution(),
                        source.terms().nonCommercial()));
    }

    private Notice.Background background(Decision decision, Scoped scoped) {
        List<Notice.SeriesPoint> points = decision.evidence().points().stream()
                .map(point -> new Notice.SeriesPoint(
                        point.period(), point.value(), point.low(), point.high(), point.complete()))
                .toList();
        LocalDate today = LocalDate.ofInstant(decision.knownAt(), ZoneOffset.UTC);
        Metric metric = decision.evidence().subject().line().measure().metric();
        return new Notice.Background(List.of(), standing.of(scoped.scope(), metric, today), List.of(), null, points);
    }

    private Notice.Links links(Subject subject, Alert alert) {
        URI page = publicUrl.resolve("/alerts/" + alert.id());
        URI explanation = publicUrl.resolve("/api/v1/alerts/" + alert.id() + "/explanation");
        URI trend = subject.scope().startsWith(Scoped.CRISIS)
                ? publicUrl.resolve("/crises/" + subject.scope().substring(Scoped.CRISIS.length()) + "?metric="
                        + subject.line().measure().metric().code())
                : null;
        return new Notice.Links(trend, explanation, page);
    }
}
