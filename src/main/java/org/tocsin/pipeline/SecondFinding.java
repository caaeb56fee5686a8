package org.tocsin.pipeline;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Joint;
import org.tocsin.detect.Plan;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Where;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.series.LineRef;
import org.tocsin.series.Selection;
import org.tocsin.series.SeriesReading;

/** Cuts the lines on which the second finding of a joint rule may be made, as they stand in the same scope. */
final class SecondFinding {
    private final SeriesReading series;
    private final Beside.Reader reader;

    SecondFinding(SeriesReading series, Beside.Reader reader) {
        this.series = series;
        this.reader = reader;
    }

    /** Each line of the other metric and cause at its newest window; of appeals, those that run on the judged day. */
    List<Evidence> of(Joint joint, Asking asking, Evidence first) {
        Joint.Other with = joint.with();
        Rule rule = asking.rule();
        Rule second = new Rule(
                rule.id(),
                rule.title(),
                new Rule.Watch(with.metric(), null, with.cause(), with.interval(), List.of(), Where.ANYWHERE),
                with.detector(),
                rule.firing());
        Period day = Period.day(first.judged().period().end());
        return lines(asking, with)
                .flatMap(line -> reader
                        .read(
                                second,
                                new EvidenceReader.Asked(asking.name(), line.id(), asking.moment()),
                                Beside.STANDING,
                                day,
                                asking.asOf(),
                                asking.now())
                        .stream())
                .filter(SecondFinding::runs)
                .toList();
    }

    private Stream<LineRef> lines(Asking asking, Joint.Other with) {
        boolean coverage = with.metric() == Metric.FUNDING_COVERAGE;
        Metric stored = coverage ? Metric.FUNDING_RECEIVED : with.metric();
        return series.lines(asking.scoped().scope(), Selection.of(stored)).stream()
                .filter(line -> line.line().cause().isWithin(with.cause()))
                .filter(line -> !coverage || line.line().category() == null);
    }

    private static boolean runs(Evidence line) {
        Plan plan = line.plan();
        return plan == null
                || (!line.judged().period().end().isBefore(plan.period().start())
                        && !line.judged().period().end().isAfter(plan.period().end()));
    }
}
