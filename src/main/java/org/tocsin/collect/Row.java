package org.tocsin.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.figure.InvalidFigureException;

/**
 * One JSON object of a document with its place in it; its getters name the field that is missing or wrong.
 *
 * @param at JSON pointer to the object
 */
public record Row(JsonNode node, String at) {
    private static final int ISO_DAY = 10;

    /** Text of a field that must be there and not blank. */
    public String text(String field) {
        return findText(field).orElseThrow(() -> new InvalidFigureException(field, "is missing"));
    }

    /** Text of a field; empty if absent, null or blank. */
    public Optional<String> findText(String field) {
        JsonNode value = value(field);
        if (value.isContainerNode()) {
            throw new InvalidFigureException(field, "is not a text but " + value.getNodeType());
        }
        String text =
                value.isNull() || value.isMissingNode() ? "" : value.asText().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Number of a field that must be there; sources write numbers as numbers or as strings. */
    public BigDecimal number(String field) {
        return findNumber(field).orElseThrow(() -> new InvalidFigureException(field, "is missing"));
    }

    /** Number of a field; empty if absent or null, which is never zero. */
    public Optional<BigDecimal> findNumber(String field) {
        if (value(field).isBoolean()) {
            throw new InvalidFigureException(field, "is not a number but BOOLEAN");
        }
        return findText(field).map(text -> number(field, text));
    }

    /** Number of people or things in a field that must be there: whole and not negative. */
    public BigDecimal count(String field) {
        return findCount(field).orElseThrow(() -> new InvalidFigureException(field, "is missing"));
    }

    /** Number of people or things in a field; empty if absent, null or blank, which is never zero. */
    public Optional<BigDecimal> findCount(String field) {
        Optional<BigDecimal> number = findNumber(field);
        number.ifPresent(count -> {
            if (count.signum() < 0) {
                throw new InvalidFigureException(field, "is negative: " + count);
            }
            if (count.stripTrailingZeros().scale() > 0) {
                throw new InvalidFigureException(field, "is not a whole number: " + count);
            }
        });
        return number;
    }

    /** Day of a field that must be there: an ISO date, with or without a time behind it. */
    public LocalDate date(String field) {
        return findDate(field).orElseThrow(() -> new InvalidFigureException(field, "is missing"));
    }

    public Optional<LocalDate> findDate(String field) {
        return findText(field).map(text -> date(field, text));
    }

    /** The object or array under a field, as a row of its own. */
    public Row child(String field) {
        return new Row(value(field), pointer(field));
    }

    /** The element at an index of an array. */
    public Row element(int index) {
        return new Row(node.path(index), at + "/" + index);
    }

    /** The elements of this array; none if it is absent or null. */
    public List<Row> elements() {
        List<Row> elements = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            elements.add(element(index));
        }
        return elements;
    }

    /** JSON pointer to a field of this object. */
    public String pointer(String field) {
        return at + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode value(String field) {
        return node.path(field);
    }

    private static BigDecimal number(String field, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new InvalidFigureException(field, "is not a number: '" + text + "'");
        }
    }

    private static LocalDate date(String field, String text) {
        boolean timed = text.length() > ISO_DAY && "T ".indexOf(text.charAt(ISO_DAY)) >= 0;
        try {
            return LocalDate.parse(timed ? text.substring(0, ISO_DAY) : text);
        } catch (DateTimeException e) {
            throw new InvalidFigureException(field, "is not a date: '" + text + "'");
        }
    }
}
