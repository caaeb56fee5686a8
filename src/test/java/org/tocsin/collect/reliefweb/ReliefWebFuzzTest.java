package org.tocsin.collect.reliefweb;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class ReliefWebFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new ReliefWebCollectorFactory(null, null, "x", null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return Stream.of("reliefweb/reports-0.json", "reliefweb/reports-2.json")
                .map(page -> Recorded.document(
                        Recorded.own(page), "https://api.reliefweb.int/v2/reports", "2025-11-15T06:00:00Z"))
                .toList();
    }
}
