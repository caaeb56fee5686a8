package org.tocsin.notify.email;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.tocsin.notify.Plain;
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
                points(notice.background().series(), stock),
                threshold(notice, phrases),
                mark(notice, phrases));
    }

    /** A stock holds until its next statement. */
    private static List<Point> points(List<Notice.SeriesPoint> series, boolean stock) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Notice.SeriesPoint point = series.get(i);
            LocalDate end = point.period().end();
            if (stock && i + 1 < series.size()) {
                LocalDate before = series.get(i + 1).period().start().minusDays(1);
                end = before.isAfter(end) ? before : end;
            }
            boolean known = point.value() != null;
            points.add(new Point(
                    point.period().start(),
                    end,
                    point.value(),
                    known ? point.low() : null,
                    known ? point.high() : null,
                    point.complete()));
        }
        return points;
    }

    private static @Nullable Threshold threshold(Notice notice, Phrases phrases) {
        BigDecimal threshold = notice.reading().finding().threshold();
        return threshold == null || notice.reading().finding().gauge() != null
                ? null
                : new Threshold(
                        phrases.reached(threshold, notice.topic().measure().unit()), phrases.label(Label.THRESHOLD));
    }

    private static @Nullable Mark mark(Notice notice, Phrases phrases) {
        Period judged = notice.reading().period();
        boolean shown = notice.background().series().stream()
                .anyMatch(point -> !point.period().end().isBefore(judged.start())
                        && !point.period().start().isAfter(judged.end()));
        return shown ? new Mark(judged.start(), judged.end(), said(notice.alarm(), phrases)) : null;
    }

    /** The level of an alert that closes is not that of the number it closes on. */
    private static String said(Notice.Alarm alarm, Phrases phrases) {
        return alarm.occasion().followsUp()
                ? phrases.occasion(alarm.occasion().code())
                : phrases.say(
                        "alert_of_level",
                        Map.of("level", phrases.level(alarm.level().code())));
    }
}
