package org.tocsin.collect.fts;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Appeal;
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
 * One plan of the overview. Its numbers are overwritten at the source, so each is a statement as of the day on which it was fetched.
 *
 * <p>A null or missing number is unknown and stated by no figure. A requirement of 0 where one was published means that the plan was
 * superseded: the 0 is stated, the original requirement is not used.
 */
final class FtsPlan {
    private final Row row;
    private final Document document;

    FtsPlan(Row row, Document document) {
        this.row = row;
        this.document = document;
    }

    /** @throws InvalidFigureException if it cannot be an appeal; nothing was told then */
    void tell(Intake intake) {
        Appeal appeal = appeal();
        intake.appeal(appeal);
        if (isShared()) {
            countries().stream().sorted().forEach(country -> intake.appeal(Share.of(appeal, row.text("id"), country)));
        }
        Row requirements = row.child("requirements");
        if (asksOrAsked(requirements)) {
            state(intake, appeal, requirements, "revisedRequirements", Metric.FUNDING_REQUIRED);
        }
        state(intake, appeal, row.child("funding"), "totalFunding", Metric.FUNDING_RECEIVED);
        Caseload.ofWholePlan(row.child("caseLoads")).ifPresent(caseload -> {
            caseload.find("inNeed").ifPresent(need -> state(intake, appeal, need, "value", Metric.PEOPLE_IN_NEED));
            caseload.find("target").ifPresent(aim -> state(intake, appeal, aim, "value", Metric.PEOPLE_TARGETED));
        });
    }

    /** Whether it is a regional plan, of whose money the source tells each country's share. */
    boolean isShared() {
        return row.child("countries").node().size() > 1
                && type().orElse("").startsWith("Regional")
                && !isSuperseded(row.child("requirements"));
    }

    private Appeal appeal() {
        String id = row.text("id");
        return new Appeal(
                row.findText("code").orElse("plan-" + id),
                row.findText("name").orElse("Plan " + id),
                type().orElse("Plan"),
                countries(),
                new Period(row.date("startDate"), row.date("endDate")),
                listedBecause(),
                URI.create("https://fts.unocha.org/plans/" + whole(id) + "/summary"));
    }

    /** Why its money is not added to that of others. */
    private @Nullable String listedBecause() {
        if (isSuperseded(row.child("requirements"))) {
            return "superseded";
        }
        Optional<String> overlay = row.findText("customLocationCode");
        // A regional plan has a code for its group of countries too, but money of its own.
        if (overlay.isPresent() && !type().orElse("").startsWith("Regional")) {
            return "overlay " + overlay.get();
        }
        if (!row.child("planType").node().path("includeTotals").asBoolean(true)) {
            return "not in the totals of its source";
        }
        boolean elsewhere = row.child("countries").elements().stream()
                .anyMatch(country -> country.findText("iso3").isEmpty());
        return elsewhere ? "covers places without a country code" : null;
    }

    private void state(Intake intake, Appeal appeal, Row from, String field, Metric metric) {
        try {
            number(from, field, metric).ifPresent(value -> intake.figure(figure(appeal, from, field, metric, value)));
        } catch (InvalidFigureException e) {
            intake.rejected(from.pointer(field), field, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<BigDecimal> number(Row from, String field, Metric metric) {
        return metric == Metric.PEOPLE_IN_NEED || metric == Metric.PEOPLE_TARGETED
                ? from.findCount(field)
                : from.findNumber(field);
    }

    private Figure figure(Appeal appeal, Row from, String field, Metric metric, BigDecimal value) {
        Line line = new Line(
                Attribution.of(FtsCollector.ID, Basis.REPORTED),
                Measure.of(metric, Kind.STOCK),
                Population.ALL,
                Cause.ALL,
                null,
                appeal.code());
        return new Figure(
                SeriesKey.total(line, place()),
                SourceRecord.overwritten(row.text("id"), metric.code()),
                Statement.of(Period.day(document.fetchedOn()), Quantity.of(value, Qualifier.EXACT)),
                new Provenance(appeal.link(), null, document.sha256(), from.pointer(field)));
    }

    private Place place() {
        Set<String> countries = countries();
        boolean one = countries.size() == 1 && row.child("countries").node().size() == 1;
        return Place.country(one ? countries.iterator().next() : Place.SEVERAL);
    }

    private Set<String> countries() {
        return row.child("countries").elements().stream()
                .flatMap(country -> country.findText("iso3").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> type() {
        return row.child("planType").findText("name");
    }

    static String whole(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new InvalidFigureException("id", "is not a whole number: '" + id + "'");
        }
        return id;
    }

    private static boolean asksOrAsked(Row requirements) {
        return !isZero(requirements, "revisedRequirements") || isSuperseded(requirements);
    }

    private static boolean isSuperseded(Row requirements) {
        return isZero(requirements, "revisedRequirements")
                && requirements
                        .findNumber("origRequirements")
                        .filter(asked -> asked.signum() > 0)
                        .isPresent();
    }

    private static boolean isZero(Row requirements, String field) {
        return requirements
                .findNumber(field)
                .filter(asked -> asked.signum() == 0)
                .isPresent();
    }
}
