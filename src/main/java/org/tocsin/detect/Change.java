package org.tocsin.detect;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What brought the subject up: the class of the newest change in the judged window, and the value it replaced.
 *
 * @param kind one of {@code new_period revised_up revised_down retracted counter_reset moved duplicate held backfill}, or
 *     {@code sweep} when only time has passed
 */
public record Change(String kind, @Nullable BigDecimal previous) {}
