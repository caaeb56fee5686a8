package org.tocsin.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Qualifier;

/**
 * How many or how much.
 *
 * @param value in base units; absent where only a range or a magnitude is told
 * @param low lower end of a range or of what a magnitude can mean, present exactly when the value is absent
 * @param high upper end, likewise
 * @param vague whether it is a magnitude word such as "dozens"
 * @param unit {@code persons}, {@code households}, {@code percent} or a currency code
 */
public record Amount(
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        boolean vague,
        Qualifier qualifier,
        String unit) {
    public Amount {
        if ((value == null) != (low != null && high != null) || (value != null && vague)) {
            throw new IllegalArgumentException(
                    "neither a value nor a range: " + value + ", " + low + " to " + high + (vague ? ", vague" : ""));
        }
    }

    public static Amount of(BigDecimal value, Qualifier qualifier, String unit) {
        return new Amount(value, null, null, false, qualifier, unit);
    }
}
