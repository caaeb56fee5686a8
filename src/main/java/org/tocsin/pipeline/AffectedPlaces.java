package org.tocsin.pipeline;

import java.util.List;
import java.util.Locale;
import org.tocsin.detect.Interval;
import org.tocsin.figure.Countries;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Source;
import org.tocsin.notify.Notice;
import org.tocsin.series.AreaSum;
import org.tocsin.series.Bucket;
import org.tocsin.series.Discretion;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesStore;

/** The admin1 areas that a number falls on most, as far as single people stay unseen. */
final class AffectedPlaces {
    private static final int MOST = 5;
    private static final int WEEK = 7;

    private final SeriesStore series;

    AffectedPlaces(SeriesStore series) {
        this.series = series;
    }

    /** The most affected first; empty where the line knows no areas, or they may not leave. */
    List<Notice.Share> of(LineRef line, Scope scope, Interval interval, Period days) {
        Source source = series.source(line.line().attribution().source());
        boolean brief = days.days() < WEEK;
        if (brief && !Discretion.mayLeave(source, line.line(), Bucket.DAY)) {
            return List.of();
        }
        boolean several =
                scope.places().stream().map(Scope.Inside::country).distinct().count() > 1;
        return sums(line, scope, interval, days).stream()
                .filter(sum -> !brief || !Discretion.isFew(line.line(), sum.value()))
                .limit(MOST)
                .map(sum -> share(sum, several))
                .toList();
    }

    private List<AreaSum> sums(LineRef line, Scope scope, Interval interval, Period days) {
        return interval == Interval.STATEMENT
                ? series.areas(line, scope, days)
                : series.areas(line, scope, Bucket.valueOf(interval.name()), days);
    }

    private static Notice.Share share(AreaSum sum, boolean several) {
        String country = Countries.name(sum.country(), Locale.ENGLISH).orElse(sum.country());
        String name = several ? sum.area().name() + ", " + country : sum.area().name();
        return new Notice.Share(name, new Quantity(sum.value(), null, null, Qualifier.EXACT));
    }
}
