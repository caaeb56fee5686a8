package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Cadence;
import org.tocsin.detect.Change;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Family;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Point;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Stale;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Period;
import org.tocsin.series.Publications;
import org.tocsin.series.SeriesReading;

/**
 * Cuts when a source has spoken, to tell when it has gone quiet: of a stock or a running total when this line spoke of this scope, of a
 * feed of events when the source spoke at all, because quiet days of one country are no silence.
 */
final class Silence {
    private final SeriesReading series;

    Silence(SeriesReading series) {
        this.series = series;
    }

    /** Whether nothing but silence is judged; then the figures of the line do not matter. */
    static boolean isAll(Rule rule) {
        return rule.detector().family() == Family.SILENCE;
    }

    /** The judged day, which is the day of the moment, and nothing else. */
    List<Evidence> day(Asking asking, Subject subject, Change change) {
        Frame frame = new Frame(Interval.STATEMENT, asking.moment(), asking.today(), false, 0, 0);
        Point day = new Point(Period.day(asking.today()), null, null, null, true, null);
        return List.of(new Evidence(subject, frame, change, List.of(day), null));
    }

    /** As many publications as the rule looks back on; null where no detector asks. */
    @Nullable
    Cadence of(Asking asking) {
        Optional<Integer> gaps =
                asking.detectors(Stale.class).stream().map(Stale::gaps).max(Integer::compare);
        return gaps.map(most -> cadence(asking, most)).orElse(null);
    }

    private Cadence cadence(Asking asking, int gaps) {
        Publications heard = series.publications(asking.line(), asking.scoped().scope(), gaps + 1, asking.moment());
        BigDecimal declared = heard.declaredDays() > 0 ? BigDecimal.valueOf(heard.declaredDays()) : null;
        return new Cadence(heard.at(), declared, heard.lookedAt());
    }
}
