package org.tocsin.detect;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** One way to write a number, so that equal numbers are equal records and equal bytes. */
final class Numbers {
    /** For quotients that are told; comparisons are made exactly, without it. */
    static final MathContext TOLD = MathContext.DECIMAL64;

    private static final MathContext COMPUTED = new MathContext(12);

    private Numbers() {}

    /** Without trailing zeros and without an exponent. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : plainOf(number);
    }

    static BigDecimal plainOf(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * A number that was computed, to the 12 digits that are told and compared: what lies a rounding error apart is equal. Empty
     * where there is none.
     */
    static @Nullable BigDecimal told(double number) {
        return Double.isFinite(number) ? plainOf(new BigDecimal(number, COMPUTED)) : null;
    }

    static BigDecimal of(long number) {
        return BigDecimal.valueOf(number);
    }
}
