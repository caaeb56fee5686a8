package org.tocsin.collect.reliefweb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;

/**
 * A row of the table of names: a regular expression, and what the names that match it whole mean.
 *
 * @param name with groups {@code place} and {@code origin} where the name tells them
 * @param fields the other columns: metric, kind, since, population, cause, category, place, origin; empty where nothing is said
 */
record NamePattern(Pattern name, List<String> fields) {
    private static final int COLUMNS = 9;

    static NamePattern of(String row) {
        String[] columns = row.split(";", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("not " + COLUMNS + " columns: " + row);
        }
        List<String> fields = Arrays.stream(columns).map(String::strip).toList();
        return new NamePattern(Pattern.compile(fields.get(0), Pattern.CASE_INSENSITIVE), fields.subList(1, COLUMNS));
    }

    FigureNames.Meaning meaning(Matcher match, FigureNames.Where where) {
        Kind kind = Kind.of(fields.get(1));
        String category = fields.get(5);
        return new FigureNames.Meaning(
                Measure.of(Metric.of(fields.get(0)), kind),
                Since.of(fields.get(2), match.group()),
                new FigureNames.About(
                        Population.of(said(3, "all")), new Cause(said(4, "all")), category.isEmpty() ? null : category),
                where);
    }

    /** The place as the name or the table says it; empty for the country of the page. */
    Optional<String> place(Matcher match) {
        return said(6, match, "place");
    }

    Optional<String> origin(Matcher match) {
        return said(7, match, "origin");
    }

    private Optional<String> said(int column, Matcher match, String group) {
        String inTable = fields.get(column);
        if (!inTable.isEmpty()) {
            return Optional.of(inTable);
        }
        return name.pattern().contains("(?<" + group + ">")
                ? Optional.ofNullable(match.group(group))
                : Optional.empty();
    }

    private String said(int column, String otherwise) {
        return fields.get(column).isEmpty() ? otherwise : fields.get(column);
    }
}
