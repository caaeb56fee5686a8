package org.tocsin.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.HeadlineMark;
import org.tocsin.series.Reading;
import org.tocsin.series.Window;

/**
 * A crisis over time.
 *
 * @param asOf the moment whose knowledge this is
 * @param trends the headline's line, the source's, or each
 * @param marks on which days another source came to stand for the metric
 * @param spreads where each line is asked for, what comparable sources say between them
 */
record TrendAnswer(
        String crisis,
        String metric,
        String interval,
        Instant asOf,
        List<OneLine> trends,
        List<Mark> marks,
        List<SpreadAnswer> spreads)
        implements Answer {
    /** The headline's source changed: from then on another is read for all days. */
    record Mark(LocalDate day, String from, String to) {
        static Mark from(HeadlineMark mark) {
            return new Mark(mark.day(), mark.from().value(), mark.to().value());
        }
    }

    /**
     * One line.
     *
     * @param derived whether the values are sums over the crisis's appeals, made here
     * @param interval as asked for, or wider where the source speaks only of wider windows
     * @param usualLagDays after how many days the source has usually told a window
     */
    record OneLine(
            LineAnswer line,
            SourceAnswer source,
            boolean derived,
            String interval,
            int usualLagDays,
            List<Point> points) {
        static OneLine from(TrendReader.Shown shown) {
            Reading reading = shown.trend().reading();
            return new OneLine(
                    LineAnswer.from(shown.trend().line()),
                    SourceAnswer.from(shown.trend().source()),
                    shown.trend().derived(),
                    reading.interval().code(),
                    reading.usualLagDays(),
                    shown.windows().stream()
                            .map(window -> Point.from(window, reading))
                            .toList());
        }
    }

    /**
     * One window.
     *
     * @param value null when unknown, which is never zero
     * @param figures how many figures have a share in it
     * @param leftOut how many figures of these days are of longer spans and stayed out
     * @param complete whether the source has covered these days and is past its usual lag
     * @param carried whether the value is an earlier statement that still holds
     * @param revised whether a figure of these days was stated otherwise before
     * @param usuallyKnown the share of what is known in the end that this source has usually told by now; null until learned
     * @param withheld whether the value is known but stands for too few people to be given by the day
     */
    record Point(
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            int figures,
            int leftOut,
            boolean complete,
            @Nullable BigDecimal usuallyKnown,
            boolean carried,
            boolean revised,
            boolean withheld) {
        static Point from(TrendReader.ShownWindow shown, Reading reading) {
            Window window = shown.window();
            Window.Make make = window.make();
            return new Point(
                    window.period().start(),
                    window.period().end(),
                    window.value(),
                    window.low(),
                    window.high(),
                    make.figures(),
                    make.leftOut(),
                    make.complete(),
                    reading.usuallyKnown(window.period()),
                    make.carried(),
                    make.revised(),
                    shown.withheld());
        }
    }

    static TrendAnswer from(TrendReader.Found found) {
        return new TrendAnswer(
                found.crisis().id().value(),
                found.question().metric().code(),
                found.question().interval().code(),
                found.question().known().instant(),
                found.trends().stream().map(OneLine::from).toList(),
                found.marks().stream().map(Mark::from).toList(),
                found.question().lines().every() ? SpreadAnswer.of(found.trends()) : List.of());
    }
}
