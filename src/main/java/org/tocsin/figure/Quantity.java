package org.tocsin.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much was said: a value or at least a bound, and how it was hedged. All three may be absent when only a magnitude was said. */
public record Quantity(
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Qualifier qualifier) {
    /** Above this no number of people is believed. */
    private static final BigDecimal ABSURD = new BigDecimal("1e15");

    public Quantity {
        check("value", value);
        check("low", low);
        check("high", high);
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new InvalidFigureException("low", "range is inverted: " + low + " to " + high);
        }
        if (value != null && low != null && value.compareTo(low) < 0) {
            throw new InvalidFigureException("value", value + " is below its low bound " + low);
        }
        if (value != null && high != null && value.compareTo(high) > 0) {
            throw new InvalidFigureException("value", value + " is above its high bound " + high);
        }
    }

    public static Quantity exact(long value) {
        return new Quantity(BigDecimal.valueOf(value), null, null, Qualifier.EXACT);
    }

    public static Quantity of(BigDecimal value, Qualifier qualifier) {
        return new Quantity(value, null, null, qualifier);
    }

    private static void check(String field, @Nullable BigDecimal number) {
        if (number == null) {
            return;
        }
        if (number.signum() < 0) {
            throw new InvalidFigureException(field, "is negative: " + number);
        }
        if (number.compareTo(ABSURD) > 0) {
            throw new InvalidFigureException(field, "is absurd: " + number);
        }
    }
}
