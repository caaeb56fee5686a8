package org.tocsin.collect.ohchr;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class OhchrFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new OhchrCollectorFactory(null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(Recorded.document(
                Recorded.own("ohchr/ukraine.csv"), "https://example.org/table", "2022-05-02T06:00:00Z"));
    }
}
