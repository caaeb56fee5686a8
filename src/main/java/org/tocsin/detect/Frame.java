package org.tocsin.detect;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the evidence was cut.
 *
 * @param asOf the moment whose knowledge it holds
 * @param today the day of that moment, UTC
 * @param covered whether the source declares that silence means zero
 * @param usualLagDays after how many days the source has usually published
 * @param leftOut how many figures were longer than the window and stayed out
 * @param age at which its windows were read; null: all as they stood at {@code asOf}
 */
public record Frame(
        Interval interval,
        Instant asOf,
        LocalDate today,
        boolean covered,
        int usualLagDays,
        int leftOut,
        @Nullable EqualAge age) {
    /** Windows as they stood at {@code asOf}. */
    public Frame(Interval interval, Instant asOf, LocalDate today, boolean covered, int usualLagDays, int leftOut) {
        this(interval, asOf, today, covered, usualLagDays, leftOut, null);
    }
}
