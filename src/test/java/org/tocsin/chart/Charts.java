package org.tocsin.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Charts for tests: thirteen weeks with a gap, a range, a running last week, a threshold and an alert. */
final class Charts {
    static final LocalDate FIRST = LocalDate.of(2025, 11, 3);
    static final Locale ARABIC = Locale.forLanguageTag("ar");
    static final Caption ENGLISH_CAPTION = new Caption(
            "Sudan: people newly displaced by conflict", "people per week", "Source: IDMC, CC BY-NC. Not for sale.");
    static final Caption ARABIC_CAPTION = new Caption(
            "السودان: النازحون الجدد بسبب النزاع (IDMC)",
            "أشخاص في الأسبوع",
            "المصدر: IDMC، رخصة CC BY-NC. ليس للبيع.");

    private static final long[] WEEKS = {
        42_000, 38_500, 51_200, 0, 47_800, -1, -1, 61_000, 55_400, 72_300, 69_900, 187_400, 96_000
    };

    private Charts() {}

    static Chart weekly(Locale locale, Theme theme, Style style) {
        boolean arabic = locale.getLanguage().equals("ar");
        Threshold threshold = new Threshold(BigDecimal.valueOf(120_000), arabic ? "حد التنبيه" : "alert threshold");
        LocalDate alerted = FIRST.plusWeeks(11);
        Mark mark = new Mark(alerted, alerted.plusDays(6), arabic ? "أسبوع التنبيه" : "week of the alert");
        return new Chart(
                arabic ? ARABIC_CAPTION : ENGLISH_CAPTION, new Look(locale, theme, style), weeks(), threshold, mark);
    }

    static Chart of(Caption caption, Point... points) {
        return new Chart(caption, new Look(Locale.ENGLISH, Theme.LIGHT, Style.BARS), List.of(points), null, null);
    }

    static Point day(int day, @Nullable Long value) {
        LocalDate date = FIRST.plusDays(day);
        return new Point(date, date, value == null ? null : BigDecimal.valueOf(value), null, null, true);
    }

    private static List<Point> weeks() {
        List<Point> points = new ArrayList<>();
        for (int week = 0; week < WEEKS.length; week++) {
            LocalDate start = FIRST.plusWeeks(week);
            long people = WEEKS[week];
            BigDecimal value = people < 0 ? null : BigDecimal.valueOf(people);
            boolean ranged = week == 9 || week == 11;
            BigDecimal low = ranged ? BigDecimal.valueOf(people * 8 / 10) : null;
            BigDecimal high = ranged ? BigDecimal.valueOf(people * 13 / 10) : null;
            points.add(new Point(start, start.plusDays(6), value, low, high, week < WEEKS.length - 1));
        }
        return points;
    }
}
