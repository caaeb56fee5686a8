package org.tocsin.collect.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/** The header of a table: which cell of a row is which field. */
record Columns(List<String> names) {
    static final Set<String> KNOWN = Set.of(
            "source",
            "record",
            "part",
            "stated_by",
            "metric",
            "unit",
            "kind",
            "country",
            "admin1",
            "admin2",
            "origin",
            "population",
            "cause",
            "category",
            "basis",
            "appeal",
            "start",
            "end",
            "value",
            "low",
            "high",
            "qualifier",
            "published",
            "known",
            "url",
            "event",
            "glide",
            "status",
            "rolling",
            "note");

    private static final List<String> NEEDED = List.of("record", "metric", "country", "end");

    Columns {
        names = List.copyOf(names);
    }

    /**
     * Reads the header.
     *
     * @throws UnreadableDocumentException if a column is unknown, there twice, or missing; names it
     */
    static Columns of(String[] header) throws UnreadableDocumentException {
        List<String> names = new ArrayList<>();
        for (String cell : header) {
            names.add(cell.strip().toLowerCase(Locale.ROOT));
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw new UnreadableDocumentException(
                        "header", name, "'" + name + "' is not a column of a figure table");
            }
            if (!seen.add(name)) {
                throw new UnreadableDocumentException("header", name, "column '" + name + "' is there twice");
            }
        }
        for (String name : NEEDED) {
            if (!seen.contains(name)) {
                throw new UnreadableDocumentException("header", name, "column '" + name + "' is missing");
            }
        }
        return new Columns(names);
    }

    /** Whether a figure table may have a column of this name. */
    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /**
     * Names the cells of a row.
     *
     * @throws InvalidFigureException if the row has another number of cells than the header
     */
    Row row(String[] cells, String at) {
        if (cells.length != names.size()) {
            throw new InvalidFigureException(
                    "row", "has " + cells.length + " cells where the header has " + names.size());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int index = 0; index < cells.length; index++) {
            node.put(names.get(index), cells[index]);
        }
        return new Row(node, at);
    }
}
