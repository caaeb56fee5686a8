package org.tocsin.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tocsin.detect.EqualAge;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Point;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Bucket;
import org.tocsin.series.Coverage;
import org.tocsin.series.LineRef;
import org.tocsin.series.Selection;
import org.tocsin.series.SeriesReading;
import org.tocsin.series.Window;

/** Cuts what a second source says of the same windows, to tell when the two drift apart. */
final class SecondSource {
    private final SeriesReading series;

    SecondSource(SeriesReading series) {
        this.series = series;
    }

    /**
     * Of the comparable lines of other sources the one that knows most of the windows, the first by source where several do. A rule that
     * names several sources compares only those.
     */
    Optional<Evidence> of(Asking asking, Evidence own) {
        Line line = asking.line().line();
        List<SourceId> named = asking.rule().watch().sources();
        Selection alike = new Selection(
                line.measure().metric(),
                named.size() > 1 ? named : List.of(),
                line.population(),
                line.cause(),
                line.category(),
                line.appeal());
        return series.lines(asking.scoped().scope(), alike).stream()
                .filter(other -> isComparable(line, other.line()))
                .map(other -> windows(asking, other, own))
                .filter(other -> known(other) > 0)
                .reduce((one, other) -> BY_KNOWN.compare(one, other) >= 0 ? one : other);
    }

    private static final Comparator<Evidence> BY_KNOWN = Comparator.comparingLong(SecondSource::known);

    private static long known(Evidence line) {
        return line.points().stream().filter(point -> point.value() != null).count();
    }

    static boolean isComparable(Line own, Line other) {
        return own.measure().equals(other.measure())
                && Objects.equals(own.category(), other.category())
                && Objects.equals(own.appeal(), other.appeal())
                && !own.attribution().source().equals(other.attribution().source());
    }

    private Evidence windows(Asking asking, LineRef other, Evidence own) {
        Period span = new Period(
                own.points().get(0).period().start(), own.judged().period().end());
        Bucket bucket = Bucket.valueOf(own.frame().interval().name());
        var cut = new org.tocsin.series.Frame(bucket, span, asking.asOf(), asking.now(), false);
        List<Window> standing = series.windows(other, asking.scoped().scope(), cut);
        EqualAge age = own.frame().age();
        AgedWindows windows = age == null
                ? AgedWindows.asTheyStand(standing)
                : AgedWindows.of(series, other, asking.scoped().scope(), cut, standing, age.days());
        Coverage coverage = series.coverage(other.line().attribution().source(), asking.asOf());
        List<Point> points =
                windows.windows().stream().map(EvidenceReader::point).toList();
        Frame frame = new Frame(
                own.frame().interval(),
                asking.moment(),
                asking.today(),
                coverage.absenceIsZero(),
                coverage.usualLagDays(),
                windows.judged().make().leftOut(),
                windows.age());
        Subject subject = new Subject(asking.name(), asking.scoped().version(), other.line(), null);
        return new Evidence(subject, frame, Beside.STANDING, points, null);
    }
}
