package org.tocsin.notify.email;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.chart.Caption;
import org.tocsin.chart.Chart;
import org.tocsin.chart.ChartFailedException;
import org.tocsin.chart.ChartPng;
import org.tocsin.chart.Look;
import org.tocsin.chart.Mark;
import org.tocsin.chart.Point;
import org.tocsin.chart.Style;
import org.tocsin.chart.Theme;
import org.tocsin.chart.Threshold;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.notify.Notice;
import org.tocsin.phrase.Label;
import org.tocsin.phrase.Phrases;

/** Draws the series behind a notice, with its threshold and the judged window marked. */
public final class NoticeChart implements ChartSource {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;

    private final ChartPng pen = new ChartPng(2);

    @Override
    public Optional<Drawing> draw(Notice notice, Phrases phrases) throws ChartFailedException {
        List<Notice.SeriesPoint> series = notice.background().series();
        if (series.size() < 2 || series.stream().allMatch(point -> point.value() == null)) {
            return Optional.empty();
        }
        Chart chart = chart(notice, phrases);
        return Optional.of(new Drawing(new Png(pen.draw(chart, WIDTH, HEIGHT)), chart.description(), WIDTH));
    }

    private static Chart chart(Notice notice, Phrases phrases) {
        Notice.Topic topic = notice.topic();
        String metric = phrases.metric(topic.measure().metric());
        Notice.Credit credit = notice.origin().credit();
        Caption caption = new Caption(
                metric + " \u2013 " + phrases.scope(Plain.line(topic.scope().name())),
                phrases.unit(topic.measure().unit()),
                Plain.line(notice.origin().name() + ", " + credit.licence()));
        boolean stock = topic.measure().kind() == Kind.STOCK;
        return new Chart(
                caption,
                new Look(phrases.locale(), Theme.LIGHT, stock ? Style.STEPS : Style.BARS),
                notice.background().series().stream().map(NoticeChart::point).toList(),
                threshold(notice, phrases),
                mark(notice, phrases));
    }

    private static Point point(Notice.SeriesPoint point) {
        Period period = point.period();
        boolean known = point.value() != null;
        return new Point(
                period.start(),
                period.end(),
                point.value(),
                known ? point.low() : null,
                known ? point.high() : null,
                point.complete());
    }

    private static @Nullable Threshold threshold(Notice notice, Phrases phrases) {
        return notice.reading().finding().threshold() == null
                ? null
                : new Threshold(notice.reading().finding().threshold(), phrases.label(Label.THRESHOLD));
    }

    private static @Nullable Mark mark(Notice notice, Phrases phrases) {
        Period judged = notice.reading().period();
        boolean shown = notice.background().series().stream()
                .anyMatch(point -> !point.period().end().isBefore(judged.start())
                        && !point.period().start().isAfter(judged.end()));
        return shown
                ? new Mark(
                        judged.start(),
                        judged.end(),
                        phrases.say(
                                "alert_of_level",
                                Map.of(
                                        "level",
                                        phrases.level(notice.alarm().level().code()))))
                : null;
    }
}
