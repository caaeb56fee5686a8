package org.tocsin.phrase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Unit;

/** Numbers as the reader writes them. A value is shortened to millions only where no digit is lost. */
final class Numbers {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Words words;

    Numbers(Words words) {
        this.words = words;
    }

    /** The bare number; money and ratios with their sign. */
    String amount(BigDecimal value, Unit unit) {
        return switch (unit) {
            case USD -> words.fill("number.usd", Map.of("value", scaled(value)));
            case RATIO -> words.fill("number.percent", Map.of("value", format(value.multiply(HUNDRED), 1)));
            default -> scaled(value);
        };
    }

    /** The number as hedged by its source, with bounds in place of a value that was not said. */
    String quantity(Quantity quantity, Unit unit) {
        BigDecimal value = quantity.value();
        if (value != null) {
            return hedged(amount(value, unit), quantity.qualifier());
        }
        BigDecimal low = quantity.low();
        BigDecimal high = quantity.high();
        if (low != null && high != null) {
            return words.fill("number.between", Map.of("low", amount(low, unit), "high", amount(high, unit)));
        }
        if (low != null) {
            return hedged(amount(low, unit), Qualifier.AT_LEAST);
        }
        return high == null ? words.plain("number.unstated") : hedged(amount(high, unit), Qualifier.UP_TO);
    }

    /** The bounds around a value; empty where the source gave none. */
    String range(Quantity quantity, Unit unit) {
        BigDecimal low = quantity.low();
        BigDecimal high = quantity.high();
        if (quantity.value() == null || low == null || high == null || low.compareTo(high) == 0) {
            return "";
        }
        return words.fill("number.range", Map.of("low", amount(low, unit), "high", amount(high, unit)));
    }

    String threshold(BigDecimal value, Unit unit) {
        return amount(reached(value, unit), unit);
    }

    /** What a value must reach: people, households and events are whole, so the next whole number is the same condition. */
    static BigDecimal reached(BigDecimal value, Unit unit) {
        boolean whole = unit != Unit.USD && unit != Unit.RATIO;
        return whole ? value.setScale(0, RoundingMode.CEILING) : value;
    }

    /** The change in percent with its sign, from tenfold on in times; empty where there is nothing to divide by. */
    String change(@Nullable BigDecimal now, BigDecimal then, Unit unit) {
        if (now == null || then.signum() == 0) {
            return "";
        }
        if (now.compareTo(then.multiply(BigDecimal.TEN)) >= 0) {
            String times = format(now.divide(then, 0, RoundingMode.HALF_UP), 0);
            return words.fill(unit == Unit.USD ? "number.times.much" : "number.times", Map.of("times", times));
        }
        BigDecimal percent = now.subtract(then).multiply(HUNDRED).divide(then, 0, RoundingMode.HALF_UP);
        String sign = percent.signum() < 0 ? "\u2212" : percent.signum() > 0 ? "+" : "\u00b1";
        return sign + words.fill("number.percent", Map.of("value", format(percent.abs(), 0)));
    }

    /** What the plural of a noun depends on. */
    static BigDecimal counted(Quantity quantity) {
        BigDecimal value = quantity.value() != null ? quantity.value() : quantity.high();
        return value != null ? value : BigDecimal.TEN;
    }

    private String hedged(String amount, Qualifier qualifier) {
        return words.fill("qualifier." + qualifier.code(), Map.of("value", amount));
    }

    private String scaled(BigDecimal value) {
        if (value.compareTo(BILLION) >= 0 && hasOneDecimal(value, BILLION)) {
            return words.fill("number.billion", Map.of("value", format(value.divide(BILLION), 1)));
        }
        if (value.compareTo(MILLION) >= 0 && hasOneDecimal(value, MILLION)) {
            return words.fill("number.million", Map.of("value", format(value.divide(MILLION), 1)));
        }
        return format(value, 2);
    }

    private static boolean hasOneDecimal(BigDecimal value, BigDecimal unit) {
        return value.multiply(BigDecimal.TEN).remainder(unit).signum() == 0;
    }

    private String format(BigDecimal value, int decimals) {
        Locale locale = words.locale();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
