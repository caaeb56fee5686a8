package org.tocsin.collect.table;

import java.net.URI;
import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class CsvFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new CsvCollectorFactory(null, null, URI.create("https://example.org/sheet.csv"), null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(Recorded.document(
                Recorded.own("table/whole.csv"), "https://example.org/sheet.csv", "2024-02-10T06:00:00Z"));
    }
}
