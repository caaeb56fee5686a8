package org.tocsin.alert;

import java.time.Duration;

/**
 * How much waits to be judged.
 *
 * @param waiting subjects, those that failed among them
 * @param oldest since the oldest subject that was never tried became due; zero when there is none
 * @param failing subjects that could not be judged when they were last tried
 */
public record Backlog(long waiting, Duration oldest, long failing) {}
