package org.tocsin.pipeline;

import java.util.List;
import org.tocsin.alert.Alert;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.detect.Interval;
import org.tocsin.figure.Line;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Source;
import org.tocsin.notify.Notice;
import org.tocsin.series.Discretion;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;

/** What a reader needs beside the number: where, who else says so, how things stand, what was told before. */
final class Backgrounds {
    private final Around around;
    private final AffectedPlaces places;
    private final StandingPicture standing;
    private final Comparables comparables;
    private final PastTelling past;

    Backgrounds(Around around, PastTelling past) {
        this.around = around;
        this.places = new AffectedPlaces(around.series());
        this.standing = new StandingPicture(around);
        this.comparables = new Comparables(around.series());
        this.past = past;
    }

    /** What is told, and of which line within which scope. */
    record Subject(Decision decision, AlertEvent event, Alert alert, Scope scope, LineRef line) {}

    Notice.Background of(Subject subject, Said said) {
        Decision decision = subject.decision();
        Line line = decision.evidence().subject().line();
        Interval interval = decision.rule().rule().watch().interval();
        boolean ofOneArea = said.single()
                .filter(figure -> figure.where().place().level() > 0)
                .isPresent();
        boolean hasPeers = line.measure().metric() == Metric.FUNDING_COVERAGE;
        boolean alone = ofOneArea || hasPeers;
        return new Notice.Background(
                alone ? List.of() : places.of(subject.line(), subject.scope(), interval, said.days()),
                standing.of(subject.scope(), line, decision.knownAt()),
                alone
                        ? List.of()
                        : comparables.of(new Comparables.Question(
                                subject.line(), subject.scope(), interval, said.days(), decision.knownAt())),
                past.before(subject.event(), subject.alert(), subject.scope()).orElse(null),
                points(subject));
    }

    /** A message goes to anybody: days of a source that lets out sums by week are told by the week. */
    private List<Notice.SeriesPoint> points(Subject subject) {
        Decision decision = subject.decision();
        Line line = decision.evidence().subject().line();
        Source source = around.series().source(line.attribution().source());
        if (decision.rule().rule().watch().interval() == Interval.DAY && !Discretion.rowsMayLeave(source)) {
            return Weeks.of(decision.evidence().points(), line.measure().kind());
        }
        return decision.evidence().points().stream()
                .map(point -> new Notice.SeriesPoint(
                        point.period(), point.value(), point.low(), point.high(), point.complete()))
                .toList();
    }
}
