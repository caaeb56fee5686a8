package org.tocsin.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.figure.Metric;
import org.tocsin.notify.Notice;

/** Counts the alerts of the replay that fell into quiet country-years: those with fewer than 250 deaths, all of them dated to a month. */
final class DemoQuiet {
    private static final int QUIET = 250;
    private static final int MONTHS = 12;

    private DemoQuiet() {}

    /** The count, and each such alert. */
    static List<String> lines(List<Notice> opened) {
        Set<String> quiet = quietYears();
        List<String> inQuiet = opened.stream()
                .filter(notice -> notice.topic().measure().metric() == Metric.KILLED)
                .filter(notice -> notice.topic().scope().countries().stream()
                        .anyMatch(country -> quiet.contains(
                                country + " " + notice.reading().period().end().getYear())))
                .map(notice -> "quiet country: " + notice.topic().scope().name() + ", "
                        + notice.reading().quantity().value() + " killed, "
                        + notice.reading().period().start())
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("alerts on deaths in quiet countries: %d in %d country-years with under %d deaths, %.2f each"
                .formatted(inQuiet.size(), quiet.size(), QUIET, inQuiet.size() / (double) quiet.size()));
        lines.addAll(inQuiet);
        return lines;
    }

    private static Set<String> quietYears() {
        Set<String> quiet = new LinkedHashSet<>();
        for (Map<String, String> row : DemoTable.rows("ucdp-killed-by-month.csv")) {
            int year = Integer.parseInt(row.getOrDefault("year", ""));
            if (year >= DemoScript.START.getYear() && killed(row) < QUIET) {
                quiet.add(row.get("country") + " " + year);
            }
        }
        return quiet;
    }

    /** Deaths of the year; a month whose deaths are dated to longer periods makes it a year that is not quiet. */
    private static int killed(Map<String, String> row) {
        int sum = 0;
        for (int month = 1; month <= MONTHS; month++) {
            String killed = row.getOrDefault("m%02d".formatted(month), "");
            sum += killed.isEmpty() ? QUIET : Integer.parseInt(killed);
        }
        return sum;
    }
}
