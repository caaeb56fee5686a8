package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.CrisisPicture;
import org.tocsin.crisis.Funding;
import org.tocsin.figure.Line;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Source;
import org.tocsin.notify.Notice;
import org.tocsin.series.AppealMoney;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesStore;

/** The standing picture of a crisis: who is displaced, who is in need, and what of its plans is paid, each with its day. */
final class StandingPicture {
    private static final List<Metric> PEOPLE = List.of(Metric.IDPS, Metric.PEOPLE_IN_NEED);

    private final SeriesStore series;
    private final CrisisPicture picture;

    StandingPicture(Around around) {
        this.series = around.series();
        this.picture = new CrisisPicture(around.series(), around.appeals(), around.headline());
    }

    /** What stood at a moment besides the line that is told; a number nobody stated, or that no longer holds, is left out. */
    List<Notice.Standing> of(Scope scope, Line told, Instant now) {
        Metric metric = told.measure().metric();
        List<Notice.Standing> standing = new ArrayList<>();
        List<Metric> others = PEOPLE.stream().filter(each -> each != metric).toList();
        picture.standings(scope, others, now).stream()
                .filter(CrisisPicture.Standing::current)
                .map(StandingPicture::people)
                .forEach(standing::add);
        if (metric == Metric.FUNDING_COVERAGE) {
            plan(told, now).ifPresent(own -> add(standing, own, told));
        } else {
            picture.funding(scope, now).ifPresent(funding -> add(standing, funding, scope));
        }
        return standing;
    }

    private static Notice.Standing people(CrisisPicture.Standing last) {
        return new Notice.Standing(
                last.line().measure().metric(),
                last.line().measure().unit(),
                last.quantity(),
                last.period().end(),
                last.source().name());
    }

    private Optional<AppealMoney> plan(Line told, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return series.money(told.attribution().source(), today, null).stream()
                .filter(money -> money.appeal().equals(told.appeal()))
                .findFirst();
    }

    private void add(List<Notice.Standing> standing, AppealMoney own, Line told) {
        String source = series.source(told.attribution().source()).name();
        add(standing, Metric.FUNDING_REQUIRED, own.required(), own.asOf(), source);
        add(standing, Metric.FUNDING_RECEIVED, own.received(), own.asOf(), source);
    }

    private void add(List<Notice.Standing> standing, Funding funding, Scope scope) {
        Optional<LocalDate> asOf =
                funding.counted().stream().map(AppealMoney::asOf).max(LocalDate::compareTo);
        Optional<Source> source = picture.fundingSource(scope);
        if (asOf.isPresent() && source.isPresent()) {
            add(
                    standing,
                    Metric.FUNDING_REQUIRED,
                    funding.required(),
                    asOf.get(),
                    source.get().name());
            add(
                    standing,
                    Metric.FUNDING_COVERAGE,
                    funding.coverage(),
                    asOf.get(),
                    source.get().name());
        }
    }

    private static void add(
            List<Notice.Standing> standing, Metric metric, @Nullable BigDecimal value, LocalDate asOf, String source) {
        if (value != null) {
            Quantity quantity = new Quantity(value, null, null, Qualifier.EXACT);
            standing.add(new Notice.Standing(metric, metric.unit(), quantity, asOf, source));
        }
    }
}
