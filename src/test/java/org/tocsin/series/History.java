package org.tocsin.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

/**
 * What the records of one line said, answer by answer, and what is asked about it afterwards.
 *
 * @param silenceIsZero whether it comes from the source that declares so
 * @param answers one list for each of {@link World#TIMES}; a record may be repeated, and may be missing
 */
record History(Sort sort, boolean silenceIsZero, List<List<Said>> answers, List<Asked> questions) {
    /** The sorts of lines there are. */
    enum Sort {
        FLOW(Metric.KILLED, Kind.FLOW),
        COUNTER(Metric.KILLED, Kind.CUMULATIVE),
        STOCK(Metric.IDPS, Kind.STOCK),
        OVERWRITTEN(Metric.IDPS, Kind.STOCK),
        VALID(Metric.PEOPLE_IN_NEED, Kind.STOCK);

        final Metric metric;
        final Kind kind;

        Sort(Metric metric, Kind kind) {
            this.metric = metric;
            this.kind = kind;
        }
    }

    /** Where a series lies, and whether it states parts or the total of the place; the scope asked for is Sudan. */
    enum Home {
        COUNTRY,
        AREA,
        ABROAD,
        COUNTRY_TOTAL,
        AREA_TOTAL
    }

    /** One statement of a record. */
    record Said(int record, Home home, Period period, Numbers numbers) {}

    /** What was said; all three may be absent. */
    record Numbers(
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        BigDecimal lowest() {
            return low == null ? value : low;
        }

        BigDecimal highest() {
            return high == null ? value : high;
        }
    }

    /** One question about the line. */
    record Asked(Bucket bucket, Period span, @Nullable Instant asOf, boolean lumps) {
        LocalDate today() {
            return World.day(asOf == null ? World.NOW : asOf);
        }
    }

    /** How much was said in all. */
    int size() {
        return answers.stream().mapToInt(List::size).sum();
    }
}
