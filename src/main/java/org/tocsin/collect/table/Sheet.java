package org.tocsin.collect.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.CsvRows;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.SourceId;

/** Turns the rows of a spreadsheet into rows of a figure table, by its layout; columns that are no field are passed over. */
final class Sheet implements CsvRows.Line {
    private static final List<String> NEEDED = List.of("metric", "country", "end", "value");

    /** What tells a row from the others where the sheet has no ids of its own. */
    private static final List<String> IDENTITY = List.of(
            "metric",
            "country",
            "admin1",
            "admin2",
            "origin",
            "population",
            "cause",
            "category",
            "stated_by",
            "start",
            "end");

    private final Layout layout;
    private final SourceId source;
    private final Document document;
    private final Intake intake;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private String[] header = {};
    private long rows;
    private boolean brokenOff;

    Sheet(Layout layout, SourceId source, Document document, Intake intake) {
        this.layout = layout;
        this.source = source;
        this.document = document;
        this.intake = intake;
    }

    @Override
    public void take(String[] cells, long number) throws UnreadableDocumentException {
        if (number == 0) {
            open(cells);
            return;
        }
        rows++;
        brokenOff = cells.length < header.length;
        String at = "row " + number;
        try {
            Optional<Row> row = row(cells, at);
            if (row.isPresent()) {
                intake.figure(new TableRow(row.get(), document, row.get().at()).figure(source));
            } else {
                intake.skipped(at, "value", "is not known");
            }
        } catch (InvalidFigureException e) {
            intake.rejected(at, e.field(), String.valueOf(e.getMessage()));
        }
    }

    /** @throws UnreadableDocumentException if there was no row, or the last one breaks off */
    void close() throws UnreadableDocumentException {
        if (rows == 0) {
            throw new UnreadableDocumentException("header", "document", "has no rows");
        }
        if (brokenOff) {
            throw new UnreadableDocumentException("row " + rows, "row", "breaks off");
        }
    }

    private void open(String[] cells) throws UnreadableDocumentException {
        header = cells;
        List<String> names = new ArrayList<>();
        Set<String> twice = new HashSet<>();
        for (String cell : cells) {
            String name = cell.strip();
            if (names.contains(name)) {
                twice.add(name);
            }
            names.add(name);
        }
        for (String field : Columns.KNOWN) {
            int place = names.indexOf(layout.column(field));
            if (place >= 0) {
                places.put(field, place);
            }
            if (twice.contains(layout.column(field))) {
                throw new UnreadableDocumentException(
                        "header", field, "column '" + layout.column(field) + "' is there twice");
            }
            boolean named = layout.columns().containsKey(field) || NEEDED.contains(field);
            if (place < 0 && named && layout.constant(field).isEmpty()) {
                throw new UnreadableDocumentException(
                        "header", field, "column '" + layout.column(field) + "' is missing");
            }
        }
    }

    /** Empty where no number is known. */
    private Optional<Row> row(String[] cells, String at) {
        if (cells.length != header.length) {
            throw new InvalidFigureException(
                    "row", "has " + cells.length + " cells where the header has " + header.length);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (String field : Columns.KNOWN) {
            find(field, cells).ifPresent(text -> node.put(field, text));
        }
        spread(node);
        if (!node.has("value") && !node.has("low") && !node.has("high")) {
            return Optional.empty();
        }
        if (!node.has("record")) {
            node.put("record", identity(node));
        }
        Integer value = places.get("value");
        String name = value == null ? "value" : header[value].strip();
        return Optional.of(new Row(node, new Row(node, at).pointer(name)));
    }

    private Optional<String> find(String field, String[] cells) {
        Integer place = places.get(field);
        Optional<String> said = place == null ? Optional.empty() : Cell.known(cells[place]);
        return said.or(() -> layout.constant(field)).map(text -> switch (field) {
            case "value", "low", "high" -> Cell.number(text);
            case "start" -> Cell.firstDay(text);
            case "end" -> Cell.lastDay(text);
            case "country", "origin" -> CountryNames.iso3(text).orElse(text);
            default -> text;
        });
    }

    /** A range in the place of a value is two bounds. */
    private static void spread(ObjectNode node) {
        if (node.has("value")) {
            Cell.range(node.get("value").asText()).ifPresent(range -> {
                node.remove("value");
                node.put("low", range.low());
                node.put("high", range.high());
            });
        }
    }

    private static String identity(ObjectNode node) {
        List<String> parts = new ArrayList<>();
        for (String field : IDENTITY) {
            parts.add(node.path(field).asText());
        }
        return String.join(":", parts);
    }
}
