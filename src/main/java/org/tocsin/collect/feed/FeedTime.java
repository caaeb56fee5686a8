package org.tocsin.collect.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.InvalidFigureException;

/**
 * A moment as feeds write it: RFC 822 with two or four digits of the year, a zone by number or by name, a day of the week or none; or
 * ISO 8601. Without a zone it is UTC.
 */
record FeedTime(Instant at) {
    private static final Pattern RFC_822 = Pattern.compile(
            "(?:[A-Za-z]{2,9}\\.?,?\\s+)?(\\d{1,2})\\s+([A-Za-z]{3})[A-Za-z]*\\.?\\s+"
                    + "(\\d{4}|\\d{2})(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s*([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2}))?)?");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Hours from UTC, as RFC 822 names them. */
    private static final Map<String, Integer> ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    /** @throws InvalidFigureException naming the field if it is none of these */
    static FeedTime of(String field, String text) {
        try {
            Matcher rfc = RFC_822.matcher(text.strip());
            return new FeedTime(rfc.matches() ? rfc822(rfc) : iso(text.strip()));
        } catch (DateTimeException e) {
            throw new InvalidFigureException(field, "is not a date: '" + text + "'");
        }
    }

    /** The day in UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant rfc822(Matcher text) {
        int month = MONTHS.indexOf(text.group(2).toLowerCase(Locale.ROOT)) + 1;
        int year = number(text, 3);
        return LocalDateTime.of(
                        year < 100 ? 2000 + year : year,
                        month,
                        number(text, 1),
                        number(text, 4),
                        number(text, 5),
                        Math.min(number(text, 6), 59)) // a leap second
                .toInstant(zone(text.group(7)));
    }

    private static int number(Matcher text, int group) {
        return text.group(group) == null ? 0 : Integer.parseInt(text.group(group));
    }

    private static ZoneOffset zone(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        return zone.startsWith("+") || zone.startsWith("-")
                ? ZoneOffset.of(zone)
                : ZoneOffset.ofHours(ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
    }

    private static Instant iso(String text) {
        if (text.length() <= "2022-05-15".length()) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        boolean zoned = text.matches(".*(Z|z|[+-]\\d{2}:?\\d{2})");
        return zoned
                ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")
                                .replace(' ', 'T'))
                        .toInstant()
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
