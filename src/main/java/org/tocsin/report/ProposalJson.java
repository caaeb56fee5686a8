package org.tocsin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Countries;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Unit;

/** Proposals as flat JSON objects: as they are stored, shown, and corrected field by field. */
public final class ProposalJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "type";
    private static final String FIGURE = "figure";
    private static final String CHANGE = "change";

    private ProposalJson() {}

    /** {@code figure} or {@code change}. */
    static String type(Proposal proposal) {
        return proposal instanceof ProposedFigure ? FIGURE : CHANGE;
    }

    static Proposal read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored proposal is always JSON", e);
        }
    }

    /** Every field of a proposal; what is not known is null. */
    public static ObjectNode write(Proposal proposal) {
        return proposal instanceof ProposedFigure figure ? write(figure) : write((ProposedChange) proposal);
    }

    /**
     * The proposal with other values in the fields that are given.
     *
     * @throws InvalidFigureException if there is no such field or it cannot have this value; names the field
     */
    public static Proposal correct(Proposal proposal, JsonNode corrections) {
        ObjectNode fields = write(proposal);
        corrections.properties().forEach(field -> {
            if (!fields.has(field.getKey()) || field.getKey().equals(TYPE)) {
                throw new InvalidFigureException(field.getKey(), "is no field of this candidate");
            }
            if (field.getValue().isContainerNode()) {
                throw new InvalidFigureException(field.getKey(), "is not a single value");
            }
            fields.set(field.getKey(), field.getValue());
        });
        boolean stated = corrections.has("value") || corrections.has("low") || corrections.has("high");
        if (stated && !corrections.has("vague") && fields.has("vague")) {
            fields.put("vague", false);
        }
        if (corrections.hasNonNull("value")
                && proposal instanceof ProposedFigure figure
                && figure.amount().vague()) {
            fields.putNull("low").putNull("high").setAll(only(corrections, "low", "high"));
        }
        return read(fields);
    }

    private static ObjectNode only(JsonNode fields, String... names) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            if (fields.has(name)) {
                some.set(name, fields.get(name));
            }
        }
        return some;
    }

    private static ObjectNode write(ProposedFigure figure) {
        ProposedFigure.Counted counted = figure.counted();
        Quantity quantity = figure.amount().quantity();
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put(TYPE, FIGURE);
        fields.put("metric", counted.metric().code());
        fields.put("unit", counted.unit() == null ? null : counted.unit().code());
        fields.put("kind", counted.kind().code());
        fields.put("population", code(counted.population()));
        fields.put("cause", counted.cause().code()).put("appeal", counted.appeal());
        fields.put("country", figure.where().country());
        fields.put("admin1", figure.where().admin1());
        fields.put("origin", figure.where().origin());
        fields.put("place", figure.where().name());
        fields.put("start", text(figure.days().start()))
                .put("end", text(figure.days().end()));
        fields.put("value", plain(quantity.value()));
        fields.put("low", plain(quantity.low())).put("high", plain(quantity.high()));
        fields.put("qualifier", quantity.qualifier().code());
        fields.put("vague", figure.amount().vague());
        fields.put("statedBy", figure.voice().statedBy());
        return fields.put("basis", figure.voice().basis().code());
    }

    private static ObjectNode write(ProposedChange change) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put(TYPE, CHANGE);
        fields.put("metric", change.metric().code()).put("country", change.country());
        fields.put("population", code(change.of().population()));
        fields.put("cause", change.of().cause().code());
        fields.put("direction", change.by().direction().code());
        fields.put("percent", plain(change.by().percent()))
                .put("since", text(change.by().since()));
        return fields.put("base", change.by().base()).put("statedBy", change.statedBy());
    }

    private static Proposal read(JsonNode fields) {
        return CHANGE.equals(fields.path(TYPE).asText()) ? change(fields) : figure(fields);
    }

    private static ProposedFigure figure(JsonNode fields) {
        return new ProposedFigure(
                new ProposedFigure.Counted(
                        Proposal.said("metric", word(fields, "metric", Metric::of)),
                        word(fields, "unit", Unit::of),
                        Proposal.said("kind", word(fields, "kind", Kind::of)),
                        word(fields, "population", Population::of),
                        Proposal.said("cause", word(fields, "cause", Cause::new)),
                        word(fields, "appeal", Function.identity())),
                new ProposedFigure.Where(
                        word(fields, "country", code -> country("country", code)),
                        word(fields, "admin1", Function.identity()),
                        word(fields, "origin", code -> country("origin", code)),
                        word(fields, "place", Function.identity())),
                new ProposedFigure.Days(day(fields, "start"), Proposal.said("end", day(fields, "end"))),
                new ProposedFigure.Amount(
                        new Quantity(
                                number(fields, "value"),
                                number(fields, "low"),
                                number(fields, "high"),
                                Proposal.said("qualifier", word(fields, "qualifier", Qualifier::of))),
                        flag(fields, "vague")),
                new ProposedFigure.Voice(
                        word(fields, "statedBy", Function.identity()),
                        Proposal.said("basis", word(fields, "basis", Basis::of))));
    }

    private static ProposedChange change(JsonNode fields) {
        return new ProposedChange(
                new ProposedChange.Of(
                        Proposal.said("metric", word(fields, "metric", Metric::of)),
                        word(fields, "country", code -> country("country", code)),
                        word(fields, "population", Population::of),
                        Proposal.said("cause", word(fields, "cause", Cause::new))),
                new ProposedChange.By(
                        Proposal.said("direction", word(fields, "direction", ChangeStatement.Direction::of)),
                        number(fields, "percent"),
                        day(fields, "since"),
                        word(fields, "base", Function.identity())),
                word(fields, "statedBy", Function.identity()));
    }

    private static String country(String field, String code) {
        if (!Countries.isKnown(code)) {
            throw new InvalidFigureException(field, "'" + code + "' is not a known ISO 3166-1 alpha-3 code");
        }
        return code;
    }

    private static <T> @Nullable T word(JsonNode fields, String name, Function<String, T> reader) {
        JsonNode field = fields.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        if (!field.isTextual() || field.asText().isBlank()) {
            throw new InvalidFigureException(name, "is not a text: " + field);
        }
        return reader.apply(field.asText().strip());
    }

    private static @Nullable LocalDate day(JsonNode fields, String name) {
        try {
            return word(fields, name, LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new InvalidFigureException(name, "is not a day as YYYY-MM-DD: " + fields.path(name));
        }
    }

    private static @Nullable BigDecimal number(JsonNode fields, String name) {
        JsonNode field = fields.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        if (!field.isNumber()) {
            throw new InvalidFigureException(name, "is not a number: " + field);
        }
        return field.decimalValue();
    }

    private static boolean flag(JsonNode fields, String name) {
        if (!fields.path(name).isBoolean()) {
            throw new InvalidFigureException(name, "is neither true nor false: " + fields.path(name));
        }
        return fields.path(name).booleanValue();
    }

    /** Never 2E+5. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(number.toPlainString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String code(@Nullable Population population) {
        return population == null ? null : population.code();
    }
}
