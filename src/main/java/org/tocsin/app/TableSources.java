package org.tocsin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.tocsin.collect.Document;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.collect.table.TableReader;
import org.tocsin.figure.SourceId;

/** Looks into a table before it is imported: each of its sources has a run of its own. */
final class TableSources {
    private TableSources() {}

    /** The sources that the rows of a file name. */
    static Set<SourceId> of(Path table) {
        try {
            URI from = table.toUri();
            Document document = new Document(
                    "", "text/csv", Instant.EPOCH, from, Files.size(table), () -> Files.newInputStream(table));
            Set<SourceId> sources = new TableReader().sources(document);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException(table + ": no row names a source");
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(table + " cannot be read", e);
        } catch (UnreadableDocumentException e) {
            throw new IllegalArgumentException(table + " " + e.at() + ": " + e.field() + " " + e.getMessage(), e);
        }
    }
}
