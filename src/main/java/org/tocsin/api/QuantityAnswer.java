package org.tocsin.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Quantity;

/** How much was said, and how it was hedged. */
record QuantityAnswer(
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        String qualifier) {
    static QuantityAnswer from(Quantity quantity) {
        return new QuantityAnswer(
                quantity.value(),
                quantity.low(),
                quantity.high(),
                quantity.qualifier().code());
    }
}
