package org.tocsin.phrase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;

/** Days, months and spans as the reader says them. */
final class Days {
    private final Words words;

    Days(Words words) {
        this.words = words;
    }

    String day(LocalDate day) {
        return format(day, "date.day");
    }

    String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern(words.plain("date.moment"), words.locale())
                .format(moment.atZone(zone));
    }

    /** With its preposition: "in October 2023", "on 23 October 2023", "since 27 October 2023, as of 17 November 2023". */
    String span(Period period, Kind kind) {
        return switch (kind) {
            case STOCK -> words.fill("span.on", Map.of("day", day(period.end())));
            case CUMULATIVE ->
                period.days() == 1
                        ? words.fill("span.as_of", Map.of("day", day(period.end())))
                        : words.fill("span.since", Map.of("day", day(period.start()), "end", day(period.end())));
            case FLOW -> flow(period);
        };
    }

    private String flow(Period period) {
        LocalDate start = period.start();
        LocalDate end = period.end();
        if (period.days() == 1) {
            return words.fill("span.on", Map.of("day", day(start)));
        }
        if (start.getDayOfYear() == 1 && end.equals(start.withDayOfYear(start.lengthOfYear()))) {
            return words.fill("span.in", Map.of("span", format(start, "date.year")));
        }
        if (start.getDayOfMonth() == 1 && end.equals(YearMonth.from(start).atEndOfMonth())) {
            return words.fill("span.in", Map.of("span", format(start, "date.month")));
        }
        return words.fill("span.from_to", Map.of("start", format(start, startPattern(start, end)), "end", day(end)));
    }

    /** What both ends share is said once. */
    private static String startPattern(LocalDate start, LocalDate end) {
        if (YearMonth.from(start).equals(YearMonth.from(end))) {
            return "date.day_of_month";
        }
        return start.getYear() == end.getYear() ? "date.day_of_year" : "date.day";
    }

    private String format(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(words.plain(pattern), words.locale()).format(day);
    }
}
