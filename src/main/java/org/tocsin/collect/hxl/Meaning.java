package org.tocsin.collect.hxl;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.Unit;

/** What a column of numbers counts. */
public record Meaning(
        Measure measure,
        Population population,
        Cause cause,
        @Nullable String category) {
    /** Attributes that say nothing that is not said elsewhere. */
    private static final Set<String> PLAIN = Set.of(
            "affected",
            "applications",
            "asylum_seekers",
            "civilian",
            "civilians",
            "children",
            "conflict",
            "detained",
            "disaster",
            "displaced",
            "flow",
            "funding",
            "hh",
            "idps",
            "ind",
            "injured",
            "internaldisp",
            "kidnapped",
            "killed",
            "missing",
            "new",
            "newdisp",
            "num",
            "pledged",
            "raw",
            "received",
            "refugees",
            "required",
            "requirement",
            "returnees",
            "stock",
            "total",
            "usd",
            "value");

    /** As it stands in the settings: codes of the data model, those of the metric where one is left out. */
    @JsonCreator
    static Meaning of(
            @JsonProperty(value = "metric", required = true) String metric,
            @JsonProperty("unit") @Nullable String unit,
            @JsonProperty("kind") @Nullable String kind,
            @JsonProperty("population") @Nullable String population,
            @JsonProperty("cause") @Nullable String cause,
            @JsonProperty("category") @Nullable String category) {
        Metric counted = Metric.of(metric);
        return new Meaning(
                new Measure(
                        counted,
                        unit == null ? counted.unit() : Unit.of(unit),
                        kind == null ? counted.kind() : Kind.of(kind)),
                population == null ? Population.ALL : Population.of(population),
                cause == null ? Cause.ALL : new Cause(cause),
                category);
    }

    /** What a hashtag means by custom; empty for one that counts nothing that is collected. Attributes unknown are a category. */
    static Optional<Meaning> of(Tag tag) {
        return metric(tag).flatMap(metric -> {
            Unit unit = tag.hasAny("hh") ? Unit.HOUSEHOLDS : metric.unit();
            if (!metric.allows(unit)) {
                return Optional.empty();
            }
            Kind kind = metric == Metric.MISSING ? Kind.FLOW : metric.kind();
            return Optional.of(
                    new Meaning(new Measure(metric, unit, kind), population(tag), cause(tag), category(tag)));
        });
    }

    Line line(Attribution attribution, @Nullable String more) {
        List<String> words = java.util.stream.Stream.of(Optional.ofNullable(category), Optional.ofNullable(more))
                .flatMap(Optional::stream)
                .toList();
        return new Line(
                attribution, measure, population, cause, words.isEmpty() ? null : String.join(", ", words), null);
    }

    private static Optional<Metric> metric(Tag tag) {
        return switch (tag.name()) {
            case "#affected" -> affected(tag);
            case "#inneed" ->
                Optional.of(tag.hasAny("applications") ? Metric.ASYLUM_APPLICATIONS : Metric.PEOPLE_IN_NEED);
            case "#targeted" -> Optional.of(Metric.PEOPLE_TARGETED);
            case "#reached" -> Optional.of(Metric.PEOPLE_REACHED);
            case "#population" -> Optional.of(Metric.POPULATION);
            case "#value" -> tag.hasAny("funding") ? money(tag) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Metric> affected(Tag tag) {
        if (tag.hasAny("idps", "displaced")) {
            boolean anew = tag.hasAny("new", "newdisp", "internaldisp", "flow")
                    || tag.rounded().hasAny("new", "newdisp", "internaldisp", "flow");
            return Optional.of(anew ? Metric.NEW_DISPLACEMENTS : Metric.IDPS);
        }
        return java.util.stream.Stream.of(
                        of(tag, "refugees", Metric.REFUGEES),
                        of(tag, "asylum_seekers", Metric.ASYLUM_SEEKERS),
                        of(tag, "returnees", Metric.RETURNEES),
                        of(tag, "killed", Metric.KILLED),
                        of(tag, "injured", Metric.INJURED),
                        of(tag, "missing", Metric.MISSING),
                        of(tag, "kidnapped", Metric.ABDUCTED),
                        of(tag, "detained", Metric.DETAINED))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Metric> of(Tag tag, String word, Metric metric) {
        return tag.hasAny(word) ? Optional.of(metric) : Optional.empty();
    }

    private static Optional<Metric> money(Tag tag) {
        if (tag.hasAny("required", "requirement")) {
            return Optional.of(Metric.FUNDING_REQUIRED);
        }
        if (tag.hasAny("pledged")) {
            return Optional.of(Metric.FUNDING_PLEDGED);
        }
        return tag.hasAny("total", "received") ? Optional.of(Metric.FUNDING_RECEIVED) : Optional.empty();
    }

    private static Population population(Tag tag) {
        if (tag.hasAny("children")) {
            return Population.CHILDREN;
        }
        return tag.hasAny("civilian", "civilians") ? Population.CIVILIANS : Population.ALL;
    }

    private static Cause cause(Tag tag) {
        Tag rounded = tag.rounded();
        if (rounded.hasAny("conflict")) {
            return Cause.CONFLICT;
        }
        return rounded.hasAny("disaster") ? Cause.DISASTER : Cause.ALL;
    }

    private static @Nullable String category(Tag tag) {
        Set<String> more = new TreeSet<>(tag.rounded().attributes());
        more.removeAll(PLAIN);
        return more.isEmpty() ? null : String.join(" ", more);
    }
}
