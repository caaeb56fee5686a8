package org.tocsin.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Qualifier;

/**
 * A number as the text says it, before it is known what it counts.
 *
 * @param value absent for a range or a magnitude
 * @param unit {@code percent}, a currency code, or empty
 */
record Quantity(
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        boolean vague,
        Qualifier qualifier,
        String unit) {
    static final String PERCENT = "percent";

    boolean isPercent() {
        return unit.equals(PERCENT);
    }

    boolean isMoney() {
        return !unit.isEmpty() && !isPercent();
    }

    boolean isOne() {
        return value != null && value.compareTo(BigDecimal.ONE) == 0;
    }

    boolean isWhole() {
        return value == null || value.stripTrailingZeros().scale() <= 0;
    }

    Quantity with(Qualifier hedge) {
        return new Quantity(value, low, high, vague, hedge, unit);
    }

    Quantity in(String newUnit) {
        return new Quantity(value, low, high, vague, qualifier, newUnit);
    }

    Amount amount(String ofUnit) {
        return new Amount(value, low, high, vague, qualifier, ofUnit);
    }
}
