package org.tocsin.notify;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Unit;

/** Notices of the displacement in Myanmar in November 2023, but for the point of a test. */
public final class Notices {
    public static final UUID ALERT = UUID.fromString("7d4d7a8e-2d1c-4d0c-9d0a-0a5b1f6c7e11");

    private static final Period JUDGED = new Period(LocalDate.of(2023, 10, 27), LocalDate.of(2023, 11, 17));

    private Notices() {}

    public static Notice opened() {
        return of(Occasion.OPENED, ALERT, Level.WARNING);
    }

    public static Notice of(Occasion occasion, UUID alert, Level level) {
        return with(occasion, alert, level, myanmar());
    }

    public static Notice.Scope myanmar() {
        return new Notice.Scope("myanmar", "Myanmar", List.of("MMR"));
    }

    public static Notice with(Occasion occasion, UUID alert, Level level, Notice.Scope scope) {
        return new Notice(
                new Notice.Alarm(occasion, alert, List.of(41L), level, "displacement-jump", "Displacement jumps"),
                new Notice.Topic(
                        scope,
                        Measure.of(Metric.NEW_DISPLACEMENTS, Kind.CUMULATIVE),
                        Population.ALL,
                        Cause.CONFLICT,
                        Notice.Detail.NONE),
                reading(null),
                origin(),
                background(),
                links());
    }

    /** Of a jump that nothing has confirmed. */
    public static Notice marked() {
        Notice.Reading plain = reading(null);
        return with(new Notice.Reading(
                plain.quantity(), plain.period(), plain.soFar(), null, plain.finding(), Notice.Mark.UNCONFIRMED_JUMP));
    }

    /** Of a rule whose numbers do not count people. */
    public static Notice gauged(Notice.Gauge gauge, String value, String threshold) {
        return found(new Notice.Finding(null, null, new BigDecimal(threshold), null, "fired", gauge), value);
    }

    /** Of a finding on an exact value. */
    public static Notice found(Notice.Finding finding, String value) {
        return with(new Notice.Reading(
                new Quantity(new BigDecimal(value), null, null, Qualifier.EXACT), JUDGED, false, null, finding));
    }

    private static Notice with(Notice.Reading reading) {
        Notice all = opened();
        return new Notice(all.alarm(), all.topic(), reading, all.origin(), Notice.Background.NONE, all.links());
    }

    public static Notice.Reading reading(@Nullable BigDecimal revisedFrom) {
        return new Notice.Reading(
                new Quantity(
                        new BigDecimal(286_200), new BigDecimal(250_000), new BigDecimal(300_000), Qualifier.MORE_THAN),
                JUDGED,
                true,
                revisedFrom,
                new Notice.Finding(
                        new Notice.Comparison(
                                new BigDecimal(50_000),
                                new Period(LocalDate.of(2023, 10, 5), LocalDate.of(2023, 10, 26)),
                                false),
                        new BigDecimal("5.72"),
                        new BigDecimal(100_000),
                        new Notice.Frequency(2, 5, LocalDate.of(2021, 2, 1)),
                        "fired"));
    }

    private static Notice.Origin origin() {
        return new Notice.Origin(
                new SourceId("unhcr"),
                "UNHCR Myanmar emergency update",
                "UN in Myanmar",
                Basis.ESTIMATED,
                new Notice.Publication(
                        LocalDate.of(2023, 11, 20),
                        Instant.parse("2023-11-20T09:30:00Z"),
                        URI.create("https://data.unhcr.org/en/country/mmr")),
                new Notice.Credit(
                        "CC BY-IGO 3.0", "UNHCR, 2023", false, false, URI.create("https://data.unhcr.org/terms")));
    }

    private static Notice.Background background() {
        Period october = new Period(LocalDate.of(2023, 10, 5), LocalDate.of(2023, 10, 26));
        return new Notice.Background(
                List.of(
                        new Notice.Share("Shan (North)", Quantity.of(new BigDecimal(82_000), Qualifier.ABOUT)),
                        new Notice.Share("Rakhine", Quantity.of(new BigDecimal(26_000), Qualifier.NEARLY))),
                List.of(
                        new Notice.Standing(
                                Metric.IDPS,
                                Unit.PERSONS,
                                Quantity.exact(1_659_600),
                                LocalDate.of(2023, 10, 23),
                                "UNHCR"),
                        new Notice.Standing(
                                Metric.FUNDING_COVERAGE,
                                Unit.RATIO,
                                Quantity.of(new BigDecimal("0.28"), Qualifier.EXACT),
                                LocalDate.of(2023, 11, 19),
                                "FTS")),
                List.of(new Notice.Corroboration(
                        "Reports",
                        "OCHA",
                        Basis.REPORTED,
                        Kind.CUMULATIVE,
                        Quantity.of(new BigDecimal(200_000), Qualifier.MORE_THAN),
                        JUDGED)),
                null,
                List.of(
                        new Notice.SeriesPoint(october, new BigDecimal(50_000), null, null, true),
                        new Notice.SeriesPoint(
                                JUDGED,
                                new BigDecimal(286_200),
                                new BigDecimal(250_000),
                                new BigDecimal(300_000),
                                false)));
    }

    private static Notice.Links links() {
        return new Notice.Links(
                URI.create("https://tocsin.example/crises/myanmar?metric=new_displacements"),
                URI.create("https://tocsin.example/alerts/" + ALERT + "/explanation"),
                URI.create("https://tocsin.example/alerts/" + ALERT));
    }
}
