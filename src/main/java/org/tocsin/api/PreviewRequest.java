package org.tocsin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Period;

/**
 * A rule to rehearse, and when and where.
 *
 * @param scopes {@code crisis:ID} or {@code country:ISO3}, as if the rule named them; none: all that it watches
 */
record PreviewRequest(Rule rule, Period days, List<String> scopes) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEYS = Set.of("rule", "from", "to", "scopes");
    private static final int MOST_YEARS = 30;

    static PreviewRequest read(String body) {
        JsonNode asked = tree(body);
        asked.fieldNames().forEachRemaining(name -> {
            if (!KEYS.contains(name)) {
                throw new ProblemException(Problem.field(name, "is not known", KEYS));
            }
        });
        LocalDate from = day(asked, "from");
        LocalDate to = day(asked, "to");
        if (to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
            throw new ProblemException(
                    Problem.field("to", "is before 'from' or more than " + MOST_YEARS + " years after it", List.of()));
        }
        return new PreviewRequest(RulePen.read(asked.path("rule").toString()), new Period(from, to), scopes(asked));
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.of(400, "the body is not JSON: " + e.getOriginalMessage()));
        }
    }

    private static LocalDate day(JsonNode asked, String field) {
        try {
            return LocalDate.parse(asked.path(field).asText());
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.field(field, "is not a date such as 2024-01-31", List.of()));
        }
    }

    private static List<String> scopes(JsonNode asked) {
        List<String> scopes = new ArrayList<>();
        for (JsonNode scope : asked.path("scopes")) {
            if (!scope.asText().matches("crisis:[a-z][a-z0-9-]{1,39}|country:[A-Z][A-Z0-9]{2}")) {
                throw new ProblemException(
                        Problem.field("scopes", "'" + scope.asText() + "'", List.of("crisis:ID", "country:ISO3")));
            }
            scopes.add(scope.asText());
        }
        return scopes;
    }
}
