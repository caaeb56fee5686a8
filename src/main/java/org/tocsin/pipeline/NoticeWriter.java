package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Alert;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.alert.DecisionStore;
import org.tocsin.alert.Frequency;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.EqualAge;
import org.tocsin.detect.Judgement;
import org.tocsin.detect.Point;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Line;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Source;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Occasion;
import org.tocsin.series.Discretion;
import org.tocsin.series.HeldFigure;
import org.tocsin.series.LineRef;
import org.tocsin.series.SeriesRef;

/** Gathers all that a message about an alert says: the judged number, what it stands on, and what else a reader must know. */
public final class NoticeWriter {
    private final Around around;
    private final AlertBook alerts;
    private final Backgrounds backgrounds;
    private final URI publicUrl;

    public NoticeWriter(Around around, AlertBook alerts, DecisionStore decisions, URI publicUrl) {
        this.around = around;
        this.alerts = alerts;
        this.backgrounds = new Backgrounds(around, new PastTelling(alerts, decisions, around));
        this.publicUrl = publicUrl;
    }

    /** What is told of an event that a decision brought about. */
    public Notice write(Decision decision, AlertEvent event) {
        Alert alert = alerts.get(event.alert());
        Subject subject = decision.evidence().subject();
        Scoped scoped = around.crises().scoped(subject.scope());
        LineRef line = around.series().line(decision.lineId());
        List<SeriesRef> series = around.series().series(line, scoped.scope());
        boolean known = decision.judgement().value() != null;
        Said said = Said.of(
                around.figures(),
                series,
                known ? decision.days() : alert.told().days(),
                known ? decision.judgement().value() : alert.told().value());
        Source source = around.series().source(line.line().attribution().source());
        return new Notice(
                alarm(decision, event),
                topic(decision, scoped, said, source),
                reading(decision, event, alert, said, series),
                origin(decision, source, said, series),
                backgrounds.of(new Backgrounds.Subject(decision, event, alert, scoped.scope(), line), said),
                links(subject, alert));
    }

    private static Notice.Alarm alarm(Decision decision, AlertEvent event) {
        return new Notice.Alarm(
                Occasion.valueOf(event.kind().toldAs().orElseThrow().toUpperCase(Locale.ROOT)),
                event.alert(),
                List.of(event.id()),
                event.level(),
                decision.rule().rule().id(),
                decision.rule().rule().title());
    }

    private Notice.Topic topic(Decision decision, Scoped scoped, Said said, Source source) {
        Subject subject = decision.evidence().subject();
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
                detail(decision, said, source));
    }

    /** A sum has no event and no place of its own: those of its largest figure are not those of the others. */
    private Notice.Detail detail(Decision decision, Said said, Source source) {
        Optional<HeldFigure> told =
                said.single().filter(figure -> Discretion.rowsMayLeave(source)).map(Discretion::outside);
        return new Notice.Detail(
                told.map(figure -> figure.statement().event().name()).orElse(null),
                told.map(figure -> figure.where().place())
                        .filter(place -> place.level() > 0)
                        .orElse(null),
                plan(decision).orElse(null));
    }

    private Optional<Notice.Plan> plan(Decision decision) {
        String code = decision.evidence().subject().line().appeal();
        return code == null
                ? Optional.empty()
                : around.appeals().list(decision.knownAt()).stream()
                        .filter(appeal -> appeal.code().equals(code))
                        .findFirst()
                        .map(appeal -> new Notice.Plan(code, appeal.name(), appeal.period()));
    }

    /** The judged number; of an episode that closes without one, the number that was told. */
    private Notice.Reading reading(
            Decision decision, AlertEvent event, Alert alert, Said said, List<SeriesRef> series) {
        Judgement judgement = decision.judgement();
        Judgement.Comparison against = judgement.comparison();
        Frequency often = alerts.frequency(
                decision.rule().rule().id(),
                decision.evidence().subject().scope(),
                event.trace().at());
        return new Notice.Reading(
                said.quantity(
                        decision.evidence().subject().line().attribution().basis(),
                        judgement.value() == null ? List.of() : summed(decision)),
                said.days(),
                !decision.evidence().judged().complete(),
                decision.evidence().change().previous(),
                new Notice.Finding(
                        against == null ? null : comparison(decision, against),
                        judgement.statistic(),
                        positive(alert.told().threshold()),
                        new Notice.Frequency(often.lastYear(), often.ever(), often.since()),
                        event.trace().reason(),
                        gauge(decision)),
                mark(decision, said, series));
    }

    private Notice.@Nullable Mark mark(Decision decision, Said said, List<SeriesRef> series) {
        return gauge(decision) == null && around.holds().isUnconfirmed(series, said.days(), decision.knownAt())
                ? Notice.Mark.UNCONFIRMED_JUMP
                : null;
    }

    private static Notice.Comparison comparison(Decision decision, Judgement.Comparison against) {
        EqualAge age = decision.evidence().frame().age();
        return new Notice.Comparison(
                against.value(), against.period(), against.isOfUsualWindow(), age == null ? null : age.days());
    }

    private static Notice.@Nullable Gauge gauge(Decision decision) {
        return switch (decision.rule().rule().detector().family()) {
            case SILENCE -> Notice.Gauge.SILENT_DAYS;
            case DIVERGENCE -> Notice.Gauge.TIMES_USUAL;
            case LEVEL, CHANGE, HISTORY, BASELINE, EXCEEDANCE, SHIFT, MEDIAN, PACE, JOINT -> null;
        };
    }

    /** A rule without a threshold has told zero. */
    private static @Nullable BigDecimal positive(BigDecimal threshold) {
        return threshold.signum() > 0 ? threshold : null;
    }

    /** The windows that were added up. */
    private static List<Point> summed(Decision decision) {
        Period days = decision.days();
        return decision.evidence().points().stream()
                .filter(point -> !point.period().start().isBefore(days.start()))
                .toList();
    }

    private Notice.Origin origin(Decision decision, Source source, Said said, List<SeriesRef> series) {
        Line line = decision.evidence().subject().line();
        boolean money = line.measure().metric() == Metric.FUNDING_COVERAGE;
        Optional<HeldFigure> told = money ? said.figure() : said.single();
        Instant knownAt = told.map(figure -> figure.known().from()).orElse(decision.knownAt());
        return new Notice.Origin(
                source.id(),
                source.name(),
                line.attribution().statedBy(),
                line.attribution().basis(),
                new Notice.Publication(
                        told.map(figure ->
                                        Optional.ofNullable(figure.provenance().published()))
                                .orElseGet(() -> around.figures().published(series, said.days()))
                                .orElse(null),
                        knownAt,
                        told.map(figure -> figure.provenance().link()).orElse(null)),
                new Notice.Credit(
                        source.terms().licence(),
                        source.terms().attribution(),
                        source.terms().nonCommercial(),
                        !Discretion.rowsMayLeave(source),
                        source.terms().link()));
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
