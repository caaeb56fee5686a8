package org.tocsin.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.CrisisPicture;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Funding;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Unit;
import org.tocsin.phrase.Phrases;
import org.tocsin.series.AppealMoney;

/** Says how crises stand. */
final class CrisisDesk {
    private static final List<Metric> AT_A_GLANCE =
            List.of(Metric.NEW_DISPLACEMENTS, Metric.IDPS, Metric.REFUGEES, Metric.KILLED, Metric.PEOPLE_IN_NEED);

    private final CrisisStore crises;
    private final CrisisPicture picture;
    private final Wording wording;
    private final InstantSource clock;

    CrisisDesk(CrisisStore crises, CrisisPicture picture, Wording wording, InstantSource clock) {
        this.crises = crises;
        this.picture = picture;
        this.wording = wording;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Phrases phrases() {
        return wording.phrases();
    }

    List<Crisis> list() {
        return crises.list().stream().map(CrisisStore.Versioned::crisis).toList();
    }

    Optional<Crisis> find(String id) {
        return list().stream().filter(crisis -> crisis.id().value().equals(id)).findFirst();
    }

    CrisisView glance(Crisis crisis) {
        return view(crisis, AT_A_GLANCE);
    }

    CrisisView whole(Crisis crisis) {
        return view(crisis, List.of(Metric.values()));
    }

    private CrisisView view(Crisis crisis, List<Metric> metrics) {
        return new CrisisView(
                crisis.id().value(),
                crisis.name(),
                wording.phrases().day(crisis.since()),
                picture.standings(crisis, metrics, now()).stream()
                        .map(standing -> standing(crisis, standing))
                        .toList(),
                picture.funding(crisis, now())
                        .filter(funding -> !funding.counted().isEmpty()
                                || !funding.listed().isEmpty())
                        .map(this::money)
                        .orElse(null));
    }

    private CrisisView.Standing standing(Crisis crisis, CrisisPicture.Standing standing) {
        Kind kind = standing.line().measure().kind();
        String stale = kind == Kind.STOCK ? "no newer statement when one was due" : "may still change";
        return new CrisisView.Standing(
                wording.counted(standing.line()),
                wording.quantity(standing.quantity(), standing.line().measure().unit()),
                wording.span(standing.period(), kind == Kind.STOCK ? Kind.STOCK : Kind.FLOW),
                standing.current() ? "" : stale,
                "/crises/" + crisis.id() + "?metric="
                        + standing.line().measure().metric().code(),
                wording.credit(standing.source()));
    }

    private CrisisView.Money money(Funding funding) {
        boolean known = !funding.counted().isEmpty();
        BigDecimal received = known ? funding.received() : null;
        BigDecimal required = known ? funding.required() : null;
        return new CrisisView.Money(
                wording.amount(funding.coverage(), Unit.RATIO),
                wording.amount(received, Unit.USD),
                wording.amount(required, Unit.USD),
                wording.amount(funding.gap(), Unit.USD),
                String.join(
                        ", ",
                        funding.counted().stream().map(AppealMoney::appeal).toList()),
                String.join(
                        "; ",
                        funding.listed().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(listed -> listed.getKey() + " (" + listed.getValue() + ")")
                                .toList()),
                wording.phrases().day(funding.day()));
    }
}
