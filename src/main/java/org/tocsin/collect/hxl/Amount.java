package org.tocsin.collect.hxl;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;

/** Numbers as people write them into tables. */
final class Amount {
    private static final int MOST_DIGITS = 40;
    private static final Set<String> UNKNOWN = Set.of("", "-", "–", "n/a", "na", "null", "not available", "unknown");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,' \u00a0\u202f]\\d{3})+(\\.\\d+)?");
    private static final Pattern RANGE = Pattern.compile("(\\d[\\d., ]{0,40}?) ?(?:-|–|to) ?(\\d[\\d., ]{0,40})");

    private Amount() {}

    /** Empty where nothing is known; a range such as {@code 7,300 - 7,600} has bounds and no value. */
    static Optional<Quantity> of(String field, String cell, boolean whole) {
        String text = cell.strip();
        if (UNKNOWN.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Matcher range = RANGE.matcher(text);
        return Optional.of(
                range.matches()
                        ? quantity(null, number(field, range.group(1), whole), number(field, range.group(2), whole))
                        : quantity(number(field, text, whole), null, null));
    }

    private static Quantity quantity(@Nullable BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new Quantity(value, low, high, Qualifier.EXACT);
    }

    private static BigDecimal number(String field, String said, boolean whole) {
        String text = said.strip();
        String plain = GROUPED.matcher(text).matches() ? text.replaceAll("[,' \u00a0\u202f]", "") : text;
        if (plain.length() > MOST_DIGITS || !plain.matches("\\d+(\\.\\d+)?")) {
            throw new InvalidFigureException(field, "is not a number of people or things: '" + text + "'");
        }
        BigDecimal number = new BigDecimal(plain);
        if (whole && number.stripTrailingZeros().scale() > 0) {
            throw new InvalidFigureException(field, "is not a whole number: " + text);
        }
        return number;
    }
}
