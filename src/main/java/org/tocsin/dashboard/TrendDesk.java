package org.tocsin.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.HeadlineMark;
import org.tocsin.crisis.Trend;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.crisis.Trends;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.figure.Unit;
import org.tocsin.series.Bucket;
import org.tocsin.series.Reading;
import org.tocsin.series.Window;

/** Makes the picture and the table of a trend. */
final class TrendDesk {
    private static final int MOST_WINDOWS = 366;

    private final Trends trends;
    private final Wording wording;

    TrendDesk(Trends trends, Wording wording) {
        this.trends = trends;
        this.wording = wording;
    }

    /** The headline's line of a metric since the crisis began; empty if no source has one. */
    Optional<Trend> read(Crisis crisis, TrendChoice choice, Instant now) {
        return trends.read(crisis, question(crisis, choice, now)).stream().findFirst();
    }

    private static TrendQuestion question(Crisis crisis, TrendChoice choice, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate earliest = choice.interval().back(today, MOST_WINDOWS);
        LocalDate since = crisis.since().isBefore(earliest) ? earliest : crisis.since();
        Period span = new Period(since.isAfter(today) ? today : since, today);
        return new TrendQuestion(
                choice.metric(),
                choice.interval(),
                span,
                new TrendQuestion.Known(null, now),
                TrendQuestion.Lines.HEADLINE);
    }

    TrendView view(Crisis crisis, TrendChoice choice, Trend trend, Instant now) {
        List<HeadlineMark> marks = trends.marks(crisis, question(crisis, choice, now));
        Unit unit = trend.line().measure().unit();
        List<TrendView.Row> rows = new ArrayList<>(trend.windows().stream()
                .map(window -> row(window, trend.reading(), unit, marks))
                .toList());
        Collections.reverse(rows);
        String id = crisis.id().value();
        String caption = wording.counted(trend.line()) + " \u2013 " + crisis.name();
        return new TrendView(
                caption,
                new TrendView.Picture(choice.address(id, ".svg"), alternative(caption, trend)),
                marks.stream().map(this::sentence).toList(),
                rows,
                wording.credit(trend.source()),
                new TrendView.Links(choice.address(id, "") + "&format=csv", choice.address(id, "")));
    }

    private String alternative(String caption, Trend trend) {
        Window last = lastKnown(trend);
        return last == null
                ? caption + ": nothing is known of these days."
                : caption + ": "
                        + wording.amount(last.value(), trend.line().measure().unit()) + " "
                        + wording.span(last.period(), Kind.FLOW) + ". The table below has every value.";
    }

    static @Nullable Window lastKnown(Trend trend) {
        return trend.windows().stream()
                .filter(window -> window.value() != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** A change of the headline's source is a date: all days are read from the one that stands for the figure now. */
    private String sentence(HeadlineMark mark) {
        return wording.phrases().day(mark.day()) + ": " + trends.name(mark.to())
                + " came to stand for this figure instead of " + trends.name(mark.from())
                + ". All days shown are of one source.";
    }

    private TrendView.Row row(Window window, Reading reading, Unit unit, List<HeadlineMark> marks) {
        String range = window.low() == null && window.high() == null
                ? ""
                : wording.amount(window.low(), unit) + " to " + wording.amount(window.high(), unit);
        String days = reading.interval() == Bucket.DAY
                ? window.period().start().toString()
                : window.period().start() + " to " + window.period().end();
        return new TrendView.Row(days, wording.amount(window.value(), unit), range, notes(window, reading, marks));
    }

    private String notes(Window window, Reading reading, List<HeadlineMark> marks) {
        List<String> notes = new ArrayList<>();
        marks.stream()
                .filter(mark -> !mark.day().isBefore(window.period().start())
                        && !mark.day().isAfter(window.period().end()))
                .forEach(mark -> notes.add("source changed to " + trends.name(mark.to()) + " on " + mark.day()));
        if (window.value() == null) {
            notes.add("not known");
            return String.join(", ", notes);
        }
        if (!window.make().complete()) {
            BigDecimal share = reading.usuallyKnown(window.period());
            notes.add(
                    share == null
                            ? "may still change"
                            : "may still change: by now usually "
                                    + share.movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " % is known");
        }
        if (window.make().carried()) {
            notes.add("stated earlier");
        }
        if (window.make().revised()) {
            notes.add("revised");
        }
        return String.join(", ", notes);
    }
}
