package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.Funding;
import org.tocsin.detect.Change;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Peer;
import org.tocsin.detect.Plan;
import org.tocsin.detect.Point;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.series.AppealMoney;
import org.tocsin.series.LineRef;
import org.tocsin.series.SeriesReading;

/** Cuts the evidence for the coverage of an appeal: its ratio on the day, its plan, and its running peers. */
final class FundingEvidence {
    private final SeriesReading series;
    private final AppealStore appeals;

    FundingEvidence(SeriesReading series, AppealStore appeals) {
        this.series = series;
        this.appeals = appeals;
    }

    List<Evidence> read(Asking asking, Subject subject, Change change, LocalDate day) {
        LineRef received = asking.line();
        Instant moment = asking.moment();
        Map<String, Appeal> known =
                appeals.list(moment).stream().collect(Collectors.toMap(Appeal::code, Function.identity()));
        Appeal appeal = known.get(String.valueOf(received.line().appeal()));
        if (appeal == null) {
            return List.of();
        }
        Map<String, AppealMoney> money =
                series.money(received.line().attribution().source(), day, asking.asOf()).stream()
                        .collect(Collectors.toMap(AppealMoney::appeal, Function.identity()));
        AppealMoney own = money.get(appeal.code());
        BigDecimal coverage = own == null ? null : Funding.coverage(own.required(), own.received());
        Point point = new Point(Period.day(day), coverage, null, null, true, own == null ? null : own.knownFrom());
        Frame frame = new Frame(Interval.STATEMENT, moment, asking.today(), false, 0, 0);
        return List.of(new Evidence(
                new Subject(subject.scope(), subject.scopeVersion(), coverageOf(received.line()), null),
                frame,
                change,
                List.of(point),
                plan(appeal, own, known, money, day).with(new EarlierYears(series, asking).of(appeal, known, day))));
    }

    private static Line coverageOf(Line received) {
        return new Line(
                received.attribution(),
                Measure.of(Metric.FUNDING_COVERAGE),
                received.population(),
                received.cause(),
                received.category(),
                received.appeal());
    }

    private static Plan plan(
            Appeal appeal,
            @Nullable AppealMoney own,
            Map<String, Appeal> known,
            Map<String, AppealMoney> money,
            LocalDate day) {
        List<Peer> peers = money.values().stream()
                .filter(other -> !other.appeal().equals(appeal.code()))
                .filter(other -> isPeer(known.get(other.appeal()), appeal, day))
                .flatMap(other -> {
                    BigDecimal coverage = Funding.coverage(other.required(), other.received());
                    return coverage == null
                            ? java.util.stream.Stream.of()
                            : java.util.stream.Stream.of(new Peer(other.appeal(), coverage));
                })
                .sorted(java.util.Comparator.comparing(Peer::appeal))
                .toList();
        BigDecimal required = own == null || own.required() == null ? BigDecimal.ZERO : own.required();
        return new Plan(appeal.code(), appeal.type(), appeal.period(), required, peers);
    }

    private static boolean isPeer(@Nullable Appeal other, Appeal appeal, LocalDate day) {
        return other != null
                && other.listedBecause() == null
                && other.type().equals(appeal.type())
                && !day.isBefore(other.period().start())
                && !day.isAfter(other.period().end());
    }
}
