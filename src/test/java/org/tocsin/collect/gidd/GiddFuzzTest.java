package org.tocsin.collect.gidd;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class GiddFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new GiddCollectorFactory(null, null, "s3cr3t", null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(page("conflicts", 0), page("conflicts", 3), page("disasters", 0));
    }

    private static Document page(String table, int offset) {
        return Recorded.document(
                Recorded.own("gidd/" + table + "-" + offset + ".json"),
                "https://example.org/external-api/gidd/" + table + "/?format=json&limit=1000&offset=" + offset,
                "2024-02-10T06:00:00Z");
    }
}
