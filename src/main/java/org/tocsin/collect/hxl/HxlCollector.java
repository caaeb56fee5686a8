package org.tocsin.collect.hxl;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CsvRows;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Source;
import org.tocsin.http.FetchRequest;

/**
 * Fetches one table and reads its tagged columns, from CSV, a JSON array of rows or one of objects.
 *
 * <p>No extent is declared: what a publisher leaves out of a table is not said to be wrong.
 */
final class HxlCollector implements Collector {
    private final Source source;
    private final URI url;
    private final Vocabulary vocabulary;
    private final Set<String> allowedHosts;

    HxlCollector(Source source, URI url, Vocabulary vocabulary, Set<String> allowedHosts) {
        this.source = source;
        this.url = url;
        this.vocabulary = vocabulary;
        this.allowedHosts = allowedHosts;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        FetchRequest request = FetchRequest.get(source.id().value(), url);
        for (String host : allowedHosts) {
            request = request.allowing(host);
        }
        archive.fetch(request);
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        HxlTable table = new HxlTable(source.id(), vocabulary, document, intake);
        Script script = Script.of(document);
        if (script.isJson()) {
            JsonRows.each(document, intake, row -> read(row, table));
        } else {
            CsvRows.lines(document, script.dialect(), table);
        }
        table.close();
    }

    private static void read(Row row, HxlTable table) {
        if (row.node().isArray()) {
            List<String> cells = new ArrayList<>();
            for (JsonNode cell : row.node()) {
                cells.add(cell.asText());
            }
            table.element(cells.toArray(String[]::new), row.at());
        } else {
            List<Optional<Tag>> tags = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : row.node().properties()) {
                tags.add(Tag.of(field.getKey()));
                cells.add(field.getValue().asText());
                names.add(field.getKey());
            }
            table.object(tags, names, cells.toArray(String[]::new), row.at());
        }
    }
}
