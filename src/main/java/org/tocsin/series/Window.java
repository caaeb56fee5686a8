package org.tocsin.series;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * One calendar window of a trend.
 *
 * @param value in the unit of the line; empty when unknown, which is never zero
 */
public record Window(
        Period period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Make make) {
    /**
     * What the value is made of.
     *
     * @param figures how many figures have a share in it
     * @param leftOut how many figures of these days were longer than the window and stayed out
     * @param complete whether the source has covered these days and is past its usual lag
     * @param carried whether the value is an earlier statement that still holds
     * @param revised whether a figure of these days was stated otherwise before
     */
    public record Make(int figures, int leftOut, boolean complete, boolean carried, boolean revised) {}
}
