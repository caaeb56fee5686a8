package org.tocsin.schedule;

import java.util.Locale;

/** How a run of a task ended, as the metric {@code tocsin.schedule.runs} and the log say it. */
enum Outcome {
    DONE,
    FAILED,
    /** It gave up when the clock, closing, asked it to. */
    STOPPED,
    /** It was due here, but another node's configuration names it and this one's does not. */
    UNKNOWN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
