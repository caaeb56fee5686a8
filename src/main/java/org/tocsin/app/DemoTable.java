package org.tocsin.app;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the compact tables of real figures that ship with the replay. */
final class DemoTable {
    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withHeader().withComments();

    private DemoTable() {}

    /** The rows of a table by column name; an empty cell is an empty text. */
    static List<Map<String, String>> rows(String name) {
        try (InputStream bytes = DemoTable.class.getResourceAsStream("/demo/" + name);
                MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                        .with(SCHEMA)
                        .readValues(Objects.requireNonNull(bytes, name + " is not on the classpath"))) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
