package org.tocsin.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what was found, missed and told falsely against annotated texts: same metric and value, optional figures neither credited nor punished. */
final class GoldScore {
    private static final double HALF_A_POINT = 0.5;

    private int right;
    private int whole;
    private int wrong;
    private int missed;
    private int vagueFound;
    private int vagueThere;
    private int words;

    static GoldScore of(Extractor extractor, List<JsonNode> texts) {
        GoldScore score = new GoldScore();
        for (JsonNode text : texts) {
            score.add(text, extractor.read(prose(text)));
        }
        return score;
    }

    double f1() {
        return 2.0 * right / (2.0 * right + wrong + missed);
    }

    double fullF1() {
        return 2.0 * whole / (2.0 * right + wrong + missed);
    }

    double vagueRecall() {
        return vagueThere == 0 ? 1 : (double) vagueFound / vagueThere;
    }

    double falsePerThousandWords() {
        return 1000.0 * wrong / words;
    }

    static Prose prose(JsonNode text) {
        return new Prose(
                text.path("text").asText(),
                text.path("title").asText(""),
                date(text.path("doc_date").asText("")),
                text.path("lang").asText());
    }

    private static @Nullable LocalDate date(String written) {
        return switch (written.length()) {
            case 10 -> LocalDate.parse(written);
            case 7 -> YearMonth.parse(written).atEndOfMonth();
            case 4 -> Year.parse(written).atMonth(12).atEndOfMonth();
            default -> null;
        };
    }

    private void add(JsonNode text, List<Told> told) {
        words += text.path("text").asText().split("\\s+", -1).length;
        List<JsonNode> open = new ArrayList<>();
        List<JsonNode> vague = new ArrayList<>();
        text.path("figures").forEach(figure -> sort(figure, open, vague));
        vagueThere += vague.size();
        List<Told> left = new ArrayList<>();
        for (Told one : told) {
            Optional<JsonNode> match = open.stream()
                    .filter(figure -> isSame(one, figure))
                    .max((a, b) -> Boolean.compare(isWhole(one, a), isWhole(one, b)));
            match.ifPresentOrElse(figure -> credit(one, figure, open), () -> left.add(one));
        }
        missed += open.size();
        for (Told one : left) {
            Optional<JsonNode> magnitude =
                    vague.stream().filter(figure -> isMagnitude(one, figure)).findFirst();
            magnitude.ifPresentOrElse(
                    figure -> {
                        vague.remove(figure);
                        vagueFound++;
                    },
                    () -> wrong += isExcused(one, text) ? 0 : 1);
        }
    }

    private static void sort(JsonNode figure, List<JsonNode> open, List<JsonNode> vague) {
        if (figure.path("status").asText().equals("required")
                && !figure.path("metric").asText().equals("change_pct")) {
            (figure.path("vague").asBoolean() ? vague : open).add(figure);
        }
    }

    private void credit(Told one, JsonNode figure, List<JsonNode> open) {
        open.remove(figure);
        right++;
        whole += isWhole(one, figure) ? 1 : 0;
    }

    /** A change, a duplicate of what was already found, an optional figure. */
    private static boolean isExcused(Told one, JsonNode text) {
        if (one.what().metric() == ToldMetric.CHANGE_PCT) {
            return true;
        }
        for (JsonNode figure : text.path("figures")) {
            if (isSame(one, figure) || isMagnitude(one, figure)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMagnitude(Told one, JsonNode figure) {
        return figure.path("vague").asBoolean()
                && one.amount().vague()
                && one.what().metric().code().equals(figure.path("metric").asText());
    }

    private static boolean isSame(Told one, JsonNode figure) {
        if (figure.path("value").isNull()) {
            return one.what().metric().code().equals(figure.path("metric").asText())
                    && isClose(one, one.amount().low(), figure.path("value_low"))
                    && isClose(one, one.amount().high(), figure.path("value_high"));
        }
        if (isPair(one, figure.path("metric").asText(), figure.path("value"))) {
            return true;
        }
        for (JsonNode other : figure.path("alts")) {
            if (isPair(one, other.path(0).asText(), other.path(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPair(Told one, String metric, JsonNode value) {
        return one.what().metric().code().equals(metric)
                && isClose(one, one.amount().value(), value);
    }

    private static boolean isClose(Told one, @Nullable BigDecimal told, JsonNode marked) {
        if (told == null || !marked.isNumber()) {
            return false;
        }
        double expected = marked.asDouble();
        double slack = one.amount().unit().equals("percent") ? HALF_A_POINT : expected >= 1000 ? expected / 1000 : 0;
        return Math.abs(told.doubleValue() - expected) <= slack;
    }

    private static boolean isWhole(Told one, JsonNode figure) {
        String country = figure.path("location").path("iso3").asText("");
        boolean where = country.isEmpty()
                || country.equals("null")
                || country.equals(one.where().iso3());
        return where
                && (figure.path("value").isNull()
                        || isNamed(one.amount().qualifier().code(), figure, "qualifier", "alt_qualifiers"))
                && isNamed(population(one), figure, "population", "alt_populations");
    }

    private static @Nullable String population(Told one) {
        ToldPopulation population = one.what().population();
        return population == null ? null : population.code();
    }

    private static boolean isNamed(@Nullable String told, JsonNode figure, String field, String others) {
        if (Objects.equals(
                told, figure.path(field).isNull() ? null : figure.path(field).asText())) {
            return true;
        }
        for (JsonNode other : figure.path(others)) {
            if (Objects.equals(told, other.isNull() ? null : other.asText())) {
                return true;
            }
        }
        return false;
    }
}
