package org.tocsin.detect;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object and collects everything that is wrong instead of stopping at the first. */
final class Fields {
    private final JsonNode object;
    private final String path;
    private final List<InvalidRuleException.Problem> problems;
    private final Set<String> asked = new HashSet<>();

    Fields(JsonNode object, String path, List<InvalidRuleException.Problem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    void wrong(String field, String why) {
        problems.add(new InvalidRuleException.Problem(path + field, why));
    }

    /** Unless something is known to be wrong with the field, of which this would only be the consequence. */
    void wrongToo(String field, String why) {
        if (problems.stream().noneMatch(problem -> problem.field().startsWith(path + field))) {
            wrong(field, why);
        }
    }

    /** The object under this name; null, and a problem, if there is none. */
    @Nullable
    Fields object(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        if (!node.isObject()) {
            wrong(name, "is not an object");
            return null;
        }
        return new Fields(node, path + name + ".", problems);
    }

    @Nullable
    String text(String name) {
        JsonNode node = required(name);
        return node == null ? null : text(name, node);
    }

    /** The text as {@code read} understands it; null, and a problem, if it is missing or refused. */
    <T> @Nullable T text(String name, Function<String, T> read) {
        String text = text(name);
        return text == null ? null : understood(name, text, read);
    }

    <T> @Nullable T optionalText(String name, Function<String, T> read) {
        return optional(name) == null ? null : text(name, read);
    }

    <T> List<T> texts(String name, Function<String, T> read) {
        JsonNode node = optional(name);
        List<T> found = new ArrayList<>();
        if (node == null) {
            return found;
        }
        if (!node.isArray()) {
            wrong(name, "is not a list");
            return found;
        }
        for (int i = 0; i < node.size(); i++) {
            String item = name + "[" + i + "]";
            String text = text(item, node.get(i));
            T value = text == null ? null : understood(item, text, read);
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }

    int count(String name, int otherwise) {
        JsonNode node = optional(name);
        return node == null ? otherwise : count(name, node, otherwise);
    }

    int count(String name) {
        JsonNode node = required(name);
        return node == null ? 1 : count(name, node, 1);
    }

    /** With 0 for a default there is none, and it must be written. */
    int countOr(String name, int usual) {
        return usual == 0 ? count(name) : count(name, usual);
    }

    int positive(String name, int otherwise) {
        int count = count(name, otherwise);
        if (count == 0) {
            wrong(name, "must be at least 1");
        }
        return count;
    }

    double real(String name, double otherwise) {
        BigDecimal number = number(name);
        return number == null ? otherwise : number.doubleValue();
    }

    /** A number above 0 and below 1. */
    double share(String name, BigDecimal otherwise) {
        BigDecimal share = number(name, otherwise);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            wrong(name, "must be above 0 and below 1: " + share);
            return otherwise.doubleValue();
        }
        return share.doubleValue();
    }

    /** Two whole numbers; null if they are left out, or not what they should be. */
    int @Nullable [] pair(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            return null;
        }
        if (!node.isArray() || node.size() != 2) {
            wrong(name, "is not a list of two numbers: " + node);
            return null;
        }
        return new int[] {count(name, node.get(0), 0), count(name, node.get(1), 0)};
    }

    <T> T oneOf(String name, Map<String, T> choices, T otherwise) {
        T chosen = optionalText(name, text -> {
            if (!choices.containsKey(text)) {
                throw new IllegalArgumentException("'" + text + "' is none of "
                        + choices.keySet().stream().sorted().toList());
            }
            return choices.get(text);
        });
        return chosen == null ? otherwise : chosen;
    }

    boolean has(String name) {
        return optional(name) != null;
    }

    boolean isText(String name, String text) {
        JsonNode node = optional(name);
        return node != null && node.isTextual() && node.textValue().equals(text);
    }

    /** Whether nothing wrong has been found anywhere so far. */
    boolean isSound() {
        return problems.isEmpty();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = optional(name);
        if (node != null && !node.isBoolean()) {
            wrong(name, "is neither true nor false");
        }
        return node == null ? otherwise : node.booleanValue();
    }

    @Nullable
    BigDecimal number(String name) {
        JsonNode node = optional(name);
        return node == null ? null : number(name, node);
    }

    BigDecimal number(String name, BigDecimal otherwise) {
        BigDecimal number = number(name);
        return number == null ? otherwise : number;
    }

    /** One number per level: {@code {watch: 5000, critical: 50000}}. */
    Map<Level, BigDecimal> scale(String name) {
        Map<Level, BigDecimal> scale = new EnumMap<>(Level.class);
        Fields levels = object(name);
        if (levels == null) {
            return scale;
        }
        for (Level level : Level.values()) {
            BigDecimal number = levels.number(level.code());
            if (number != null) {
                scale.put(level, number);
            }
        }
        levels.nothingElse();
        return scale;
    }

    /** One number per level, or the usual one for the quietest. */
    Map<Level, BigDecimal> scale(String name, BigDecimal usual) {
        return has(name) ? scale(name) : Map.of(Level.WATCH, usual);
    }

    /** The objects in the list under this name, at least one. */
    List<Fields> objects(String name) {
        JsonNode node = required(name);
        List<Fields> found = new ArrayList<>();
        if (node != null && !node.isArray()) {
            wrong(name, "is not a list");
        }
        for (int i = 0; node != null && i < node.size(); i++) {
            String item = name + "[" + i + "]";
            if (node.get(i).isObject()) {
                found.add(new Fields(node.get(i), path + item + ".", problems));
            } else {
                wrong(item, "is not an object");
            }
        }
        return found;
    }

    Map<Level, Integer> counts(String name) {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        scale(name).forEach((level, number) -> {
            if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(100_000)) > 0) {
                wrong(name + "." + level.code(), "is not a whole number up to 100000: " + number);
            } else {
                counts.put(level, number.intValueExact());
            }
        });
        return counts;
    }

    /** Every key that was never asked for is a problem: a misspelt floor must not go unnoticed. */
    void nothingElse() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                wrong(
                        name,
                        "is not known here; known are "
                                + asked.stream().sorted().toList());
            }
        });
    }

    private @Nullable JsonNode optional(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private @Nullable JsonNode required(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            wrong(name, "is missing");
        }
        return node;
    }

    private @Nullable String text(String name, JsonNode node) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            // YAML takes an unquoted 014 for the octal number 12.
            wrong(name, "is not a text" + (node.isNumber() ? " but a number, write it in quotes: " : ": ") + node);
            return null;
        }
        return node.textValue();
    }

    private <T> @Nullable T understood(String name, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            wrong(name, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private int count(String name, JsonNode node, int otherwise) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            wrong(name, "is not a whole number: " + node);
            return otherwise;
        }
        return node.intValue();
    }

    private @Nullable BigDecimal number(String name, JsonNode node) {
        if (!node.isNumber() || node.decimalValue().signum() < 0) {
            wrong(name, "is not a number of 0 or more: " + node.toString().toLowerCase(Locale.ROOT));
            return null;
        }
        return Numbers.plainOf(node.decimalValue());
    }
}
