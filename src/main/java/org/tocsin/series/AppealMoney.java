package org.tocsin.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an appeal asked for and had received on a day, in USD.
 *
 * @param required empty when unknown, which is never zero
 * @param asOf the as-of day of the newer of the two statements
 * @param knownFrom when the newer of the two became known
 */
public record AppealMoney(
        String appeal,
        @Nullable BigDecimal required,
        @Nullable BigDecimal received,
        LocalDate asOf,
        Instant knownFrom) {}
