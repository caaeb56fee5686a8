package org.tocsin.collect.awsd;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class AwsdFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new AwsdCollectorFactory(null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(Recorded.document(
                Recorded.own("awsd/incidents.csv"),
                "https://example.org/incidents/search?format=csv",
                "2025-08-26T06:00:00Z"));
    }
}
