package org.tocsin.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Says a chart in sentences, for readers who cannot or do not see it. */
final class Description {
    private final Chart chart;
    private final Wording wording;

    Description(Chart chart) {
        this.chart = chart;
        this.wording = new Wording(chart.look().locale());
    }

    String text() {
        List<String> sentences = new ArrayList<>();
        sentences.add(wording.sentence(
                "span",
                chart.caption().unit(),
                wording.day(chart.start()),
                wording.day(chart.dayAfter().minusDays(1))));
        values(sentences);
        Threshold threshold = chart.threshold();
        if (threshold != null) {
            sentences.add(wording.sentence("level", threshold.label(), wording.exact(threshold.value())) + ".");
        }
        Mark mark = chart.mark();
        if (mark != null) {
            sentences.add(wording.sentence("alert", mark.label(), wording.day(mark.start()), wording.day(mark.end())));
        }
        long gaps = Gap.in(chart.points()).stream().mapToLong(Gap::periods).sum();
        if (gaps > 0) {
            sentences.add(wording.sentence("gaps", wording.exact(BigDecimal.valueOf(gaps))));
        }
        return String.join(" ", sentences);
    }

    private void values(List<String> sentences) {
        List<Point> known =
                chart.points().stream().filter(point -> point.value() != null).toList();
        if (known.isEmpty()) {
            sentences.add(wording.word("unknown"));
            return;
        }
        Point last = known.get(known.size() - 1);
        sentences.add(say("first", known.get(0)));
        sentences.add(say(last.complete() ? "last" : "last.incomplete", last));
        sentences.add(say(
                "highest",
                known.stream().max(Comparator.comparing(Description::value)).orElse(last)));
    }

    private String say(String key, Point point) {
        return wording.sentence(key, wording.exact(value(point)), wording.day(point.start()));
    }

    private static BigDecimal value(Point point) {
        return Objects.requireNonNull(point.value());
    }
}
