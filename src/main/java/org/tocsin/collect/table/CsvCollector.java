package org.tocsin.collect.table;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CsvRows;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Source;
import org.tocsin.http.FetchRequest;

/**
 * Fetches one spreadsheet and reads its rows.
 *
 * <p>No extent is declared: a row that somebody cuts out of a sheet takes nothing back.
 */
final class CsvCollector implements Collector {
    private final Source source;
    private final URI url;
    private final Layout layout;

    CsvCollector(Source source, URI url, Layout layout) {
        this.source = source;
        this.url = url;
        this.layout = layout;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        archive.fetch(FetchRequest.get(source.id().value(), url));
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Sheet sheet = new Sheet(layout, source.id(), document, intake);
        CsvRows.lines(
                document, new CsvRows.Dialect(layout.separator().charAt(0), StandardCharsets.UTF_8, false), sheet);
        sheet.close();
    }
}
