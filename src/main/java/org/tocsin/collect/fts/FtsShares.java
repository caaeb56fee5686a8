package org.tocsin.collect.fts;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;

/**
 * The money of one regional plan by country: what each asks for, has received and was pledged.
 *
 * <p>Money for several countries together, or for none that is named, is no country's. Where a country's requirement is that of the
 * whole plan, its own is not known.
 */
final class FtsShares {
    private final Row tables;
    private final String plan;
    private final Document document;

    /** @param tables under {@code /data} */
    FtsShares(Row tables, String plan, Document document) {
        this.tables = tables;
        this.plan = plan;
        this.document = document;
    }

    void tell(Intake intake) {
        Row requirements = tables.child("requirements");
        Optional<BigDecimal> whole = requirements.findNumber("totalRevisedReqs");
        for (Row country : requirements.child("objects").elements()) {
            boolean own = country.findNumber("revisedRequirements")
                    .filter(asked -> asked.signum() != 0)
                    .filter(asked -> whole.isEmpty() || asked.compareTo(whole.get()) != 0)
                    .isPresent();
            if (own) {
                state(country, "revisedRequirements", Metric.FUNDING_REQUIRED, intake);
            }
        }
        Row flows = tables.child("report3");
        breakdown(flows.child("fundingTotals"), Metric.FUNDING_RECEIVED, intake);
        breakdown(flows.child("pledgeTotals"), Metric.FUNDING_PLEDGED, intake);
    }

    private void breakdown(Row totals, Metric metric, Intake intake) {
        for (Row direction : totals.child("objects").elements()) {
            direction
                    .child("objectsBreakdown")
                    .elements()
                    .forEach(country -> state(country, "totalFunding", metric, intake));
        }
    }

    private void state(Row country, String field, Metric metric, Intake intake) {
        // One country has one id; "Not specified" has none, and money for several has several.
        if (!country.node().path("id").isValueNode()) {
            return;
        }
        try {
            country.findNumber(field).ifPresent(value -> intake.figure(figure(country, field, metric, value)));
        } catch (InvalidFigureException e) {
            intake.rejected(country.pointer(field), e.field(), String.valueOf(e.getMessage()));
        }
    }

    private Figure figure(Row country, String field, Metric metric, BigDecimal value) {
        String name = country.text("name");
        String iso3 = CountryNames.iso3(name)
                .orElseThrow(() -> new InvalidFigureException("name", "is no country that is known: '" + name + "'"));
        Kind kind = metric == Metric.FUNDING_PLEDGED ? Kind.CUMULATIVE : Kind.STOCK;
        Line line = new Line(
                Attribution.of(FtsCollector.ID, Basis.REPORTED),
                Measure.of(metric, kind),
                Population.ALL,
                Cause.ALL,
                null,
                Share.code(plan, iso3));
        return new Figure(
                SeriesKey.total(line, Place.country(iso3)),
                SourceRecord.overwritten(plan + "/" + iso3, metric.code()),
                Statement.of(Period.day(document.fetchedOn()), Quantity.of(value, Qualifier.EXACT)),
                new Provenance(
                        URI.create("https://fts.unocha.org/plans/" + plan + "/summary"),
                        null,
                        document.sha256(),
                        country.pointer(field)));
    }
}
