package org.tocsin.api;

import java.time.LocalDate;
import org.tocsin.figure.Period;

/** Days, the first and the last included. */
record PeriodAnswer(LocalDate start, LocalDate end) {
    static PeriodAnswer from(Period period) {
        return new PeriodAnswer(period.start(), period.end());
    }
}
