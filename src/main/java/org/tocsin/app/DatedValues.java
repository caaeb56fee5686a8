package org.tocsin.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Detection;

/** Reads a series from CSV {@code date,value}, earliest first; an empty value is unknown. */
final class DatedValues {
    private static final List<String> HEADER = List.of("date", "value");

    private static final int MOST_DIGITS = 30;

    private final InputStream in;

    DatedValues(InputStream in) {
        this.in = in;
    }

    /**
     * All rows.
     *
     * @throws IllegalArgumentException at the first bad one, naming line and column
     */
    List<Detection.Dated> read() throws IOException {
        List<Detection.Dated> series = new ArrayList<>();
        int line = 1;
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                MappingIterator<List<String>> rows = new CsvMapper()
                        .readerForListOf(String.class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .readValues(text)) {
            if (!rows.hasNextValue() || !header(rows.nextValue()).equals(HEADER)) {
                throw new IllegalArgumentException("line 1: the columns are not date,value");
            }
            while (rows.hasNextValue()) {
                line++;
                series.add(row(line, rows.nextValue(), series));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line " + (line + 1) + ": " + e.getOriginalMessage(), e);
        }
        return series;
    }

    private static List<String> header(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
    }

    private static Detection.Dated row(int line, List<String> cells, List<Detection.Dated> before) {
        if (cells.size() != HEADER.size()) {
            throw new IllegalArgumentException("line " + line + ": holds " + cells.size() + " and not 2 cells");
        }
        LocalDate date = date(line, cells.get(0).strip());
        LocalDate last = before.isEmpty() ? null : before.get(before.size() - 1).date();
        if (last != null && !date.isAfter(last)) {
            throw new IllegalArgumentException(
                    "line " + line + ", column date: " + date + " does not come after " + last);
        }
        return new Detection.Dated(date, value(line, cells.get(1).strip()));
    }

    private static LocalDate date(int line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "line " + line + ", column date: '" + text + "' is not a date as 2024-01-31", e);
        }
    }

    private static @Nullable BigDecimal value(int line, String text) {
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "line " + line + ", column value: '" + text + "' is not a number; leave it empty if unknown", e);
        }
        if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException("line " + line + ", column value: '" + text + "' is no figure");
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException("line " + line + ", column value: " + text + " is negative");
        }
        return value;
    }
}
