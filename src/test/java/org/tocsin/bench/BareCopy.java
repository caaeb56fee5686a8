package org.tocsin.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.Statement;

/** The yardstick: the same rows, written out beforehand, by one COPY into a table with what a figure says and the key of {@code figure}. */
final class BareCopy {
    private static final String TABLE = """
            create table bare_figure (like figure);
            alter table bare_figure drop class, drop old_value;
            alter table bare_figure add primary key (series_id, record, part)
            """;

    private final Path rows;

    BareCopy(Workload workload, Path rows) throws IOException {
        this.rows = rows;
        Map<SeriesKey, Integer> numbers = new LinkedHashMap<>();
        try (BufferedWriter out = Files.newBufferedWriter(rows)) {
            for (Iterator<Figure> figures = workload.figures().iterator(); figures.hasNext(); ) {
                Figure figure = figures.next();
                int series = numbers.computeIfAbsent(figure.series(), key -> numbers.size() + 1);
                out.write(row(series, figure));
            }
        }
    }

    static void create(Handle handle) {
        handle.createScript(TABLE).execute();
    }

    void load(Handle handle) {
        try (InputStream in = Files.newInputStream(rows)) {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare_figure from stdin", in, 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** None of the invented texts holds anything to escape. */
    private static String row(int series, Figure figure) {
        Statement said = figure.statement();
        Quantity quantity = said.quantity();
        return line(
                series,
                figure.record().id(),
                figure.record().part(),
                said.period().start(),
                said.period().end(),
                quantity.value(),
                quantity.low(),
                quantity.high(),
                quantity.qualifier().code(),
                said.status().code(),
                said.event().name(),
                said.event().glide(),
                figure.provenance().link(),
                figure.provenance().published(),
                figure.provenance().document(),
                figure.provenance().pointer(),
                1,
                "2024-02-01 00:00:00+00");
    }

    private static String line(@Nullable Object... columns) {
        return Arrays.stream(columns)
                .map(column -> column == null ? "\\N" : column.toString())
                .collect(Collectors.joining("\t", "", "\n"));
    }
}
