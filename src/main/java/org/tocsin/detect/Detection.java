package org.tocsin.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.method.Method;
import org.tocsin.detect.method.Result;

/** Runs a rule, a detector of one, or a method as it was published over a series of dates and values. */
public final class Detection {
    private static final JsonMapper STRICT = Wording.on(JsonMapper.builder()).build();
    private static final ObjectMapper LENIENT = new ObjectMapper();
    /** The one parameter of a published method that is itself called type: the kind of quantile. */
    private static final int KIND_OF_QUANTILE = 7;

    private static final String OF_QUANTILE = "quantile_of_history";

    /** One value of the series; null is unknown, which is never zero. */
    public record Dated(LocalDate date, @Nullable BigDecimal value) {}

    /**
     * What is said of one value.
     *
     * @param statistic NaN where nothing can be said; may be infinite
     * @param threshold NaN where there is none
     * @param alarm null where nothing can be said
     */
    public record Row(
            Dated of,
            double statistic,
            double threshold,
            @Nullable Boolean alarm) {}

    private Detection() {}

    /**
     * One row per value, each judged by those before it.
     *
     * @param json a rule or its detector as in a rule file, or {@code {"type": METHOD, ...}} with the parameters of a published
     *     method, whose statistic and threshold then are those of the publication
     * @param series in the order of the dates, of which the usual distance says what a year is
     * @throws InvalidRuleException with everything that is wrong with the JSON
     */
    public static List<Row> run(String json, List<Dated> series) {
        JsonNode document = read(json);
        Spacing spacing = Spacing.of(series);
        if (document.has("detector") && !document.has("type")) {
            return new RuleRun(RuleFile.read(document), spacing).over(series);
        }
        List<InvalidRuleException.Problem> problems = new ArrayList<>();
        Fields fields = new Fields(document, "", problems);
        String type = fields.text("type");
        if (type != null && PublishedMethods.isMeant(type, document)) {
            Method method = PublishedMethods.read(type, fields);
            if (method != null && problems.isEmpty()) {
                return rows(method, spacing, series);
            }
        } else if (type != null) {
            Detector detector = detector(type, fields, spacing, problems);
            if (detector != null && problems.isEmpty()) {
                return new RuleRun(detector, spacing).over(series);
            }
        }
        throw new InvalidRuleException(problems);
    }

    private static @Nullable Detector detector(
            String type, Fields fields, Spacing spacing, List<InvalidRuleException.Problem> problems) {
        if (!DetectorFields.types().contains(type)) {
            TreeSet<String> known = new TreeSet<>(DetectorFields.types());
            known.addAll(PublishedMethods.types());
            problems.add(
                    new InvalidRuleException.Problem("type", "'" + type + "' is none of " + String.join(", ", known)));
            return null;
        }
        Detector detector = DetectorFields.read(fields, spacing.interval());
        if (detector != null && !RuleRun.canJudge(detector)) {
            problems.add(new InvalidRuleException.Problem(
                    "type", "'" + type + "' looks at more than the dates and values of one series"));
        }
        return detector;
    }

    private static JsonNode read(String json) {
        try {
            JsonNode document = document(json);
            if (!document.isObject()) {
                throw new InvalidRuleException(
                        List.of(new InvalidRuleException.Problem("", "a rule is a JSON object")));
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new InvalidRuleException(
                    List.of(new InvalidRuleException.Problem("", "is not JSON: " + e.getOriginalMessage())));
        }
    }

    /** The parameters of a quantile as they stand hide the name of the method behind the kind of quantile. */
    private static JsonNode document(String json) throws JsonProcessingException {
        JsonNode lenient = LENIENT.readTree(json);
        if (lenient instanceof ObjectNode object && object.path("type").asInt() == KIND_OF_QUANTILE) {
            return object.put("type", OF_QUANTILE);
        }
        return STRICT.readTree(json);
    }

    private static List<Row> rows(Method method, Spacing spacing, List<Dated> series) {
        double[] values = series.stream()
                .mapToDouble(
                        each -> each.value() == null ? Double.NaN : each.value().doubleValue())
                .toArray();
        Result result = method.run(values, spacing.perYear());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double alarm = result.at(i, "alarm");
            rows.add(new Row(
                    series.get(i),
                    result.at(i, "statistic"),
                    result.at(i, "threshold"),
                    Double.isNaN(alarm) ? null : alarm == 1));
        }
        return rows;
    }
}
