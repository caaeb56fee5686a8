package org.tocsin.collect.insecurity;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class InsecurityFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new InsecurityCollectorFactory(null, null, null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(theme("aidWorkerKIKA"), theme("healthcare"));
    }

    private static Document theme(String name) {
        return Recorded.document(
                Recorded.own("insecurity/" + name + ".json"),
                "https://example.org/api/" + name,
                "2024-03-19T06:00:00Z");
    }
}
