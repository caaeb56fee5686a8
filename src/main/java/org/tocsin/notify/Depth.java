package org.tocsin.notify;

import java.time.Duration;

/**
 * How full the outbox is.
 *
 * @param pending not yet accepted and not given up
 * @param oldest since the oldest pending one was told us; zero when none is pending
 * @param overdue for how long the most overdue one has waited past its moment; zero when none is
 * @param dead given up and not looked after
 */
public record Depth(long pending, Duration oldest, Duration overdue, long dead) {}
