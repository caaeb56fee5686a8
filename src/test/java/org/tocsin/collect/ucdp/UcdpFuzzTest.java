package org.tocsin.collect.ucdp;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class UcdpFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new UcdpCollectorFactory(null, null, null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(
                page("ged-23.1-page0.json", "23.1?pagesize=1000&page=0"),
                page("ged-23.1-page2.json", "23.1?pagesize=1000&page=2"),
                page("ged-24.0.1-page0.json", "24.0.1?pagesize=1000&page=0"));
    }

    private static Document page(String resource, String query) {
        return Recorded.document(
                Recorded.own("ucdp/" + resource), "https://example.org/api/gedevents/" + query, "2024-02-10T06:00:00Z");
    }
}
