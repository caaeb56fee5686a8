package org.tocsin.collect.table;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a spreadsheet is which field of a figure.
 *
 * @param columns field to the name of its column; a column that is called as its field needs no mention
 * @param constants field to what it is in every row
 * @param separator of the cells, a comma where it is left out
 */
public record Layout(Map<String, String> columns, Map<String, String> constants, String separator) {
    // Jackson hands null for a key that is left out.
    public Layout(
            @Nullable Map<String, String> columns,
            @Nullable Map<String, String> constants,
            @Nullable String separator) {
        this.columns = Map.copyOf(requireNonNullElse(columns, Map.of()));
        this.constants = Map.copyOf(requireNonNullElse(constants, Map.of()));
        this.separator = requireNonNullElse(separator, ",");
        this.columns.keySet().forEach(Layout::check);
        this.constants.keySet().forEach(Layout::check);
        if (this.separator.length() != 1) {
            throw new IllegalArgumentException("separator '" + this.separator + "' is not one character");
        }
    }

    /** What a field is in every row. */
    Optional<String> constant(String field) {
        return Optional.ofNullable(constants.get(field));
    }

    String column(String field) {
        return columns.getOrDefault(field, field);
    }

    private static void check(String field) {
        if (!Columns.KNOWN.contains(field)) {
            throw new IllegalArgumentException("'" + field + "' is no field of a figure table");
        }
    }
}
