package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * How a trend is cut.
 *
 * @param asOf what was known then is read; null: what is known now
 * @param now the moment of asking
 * @param lumps whether figures longer than a window are spread into it, unless they are stated by wider windows of the calendar: a
 *     year's total says nothing of its months; rules leave out all that are longer
 */
public record Frame(Bucket bucket, Period span, @Nullable Instant asOf, Instant now, boolean lumps) {
    LocalDate today() {
        return LocalDate.ofInstant(asOf == null ? now : asOf, ZoneOffset.UTC);
    }

    Frame by(Bucket wider) {
        return new Frame(wider, span, asOf, now, lumps);
    }

    Frame over(Period days) {
        return new Frame(bucket, days, asOf, now, lumps);
    }

    Frame asOf(@Nullable Instant then) {
        return new Frame(bucket, span, then, now, lumps);
    }
}
