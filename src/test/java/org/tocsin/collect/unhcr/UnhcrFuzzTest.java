package org.tocsin.collect.unhcr;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class UnhcrFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new UnhcrCollectorFactory(null, null, null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(page(1), page(2));
    }

    private static Document page(int number) {
        return Recorded.document(
                Recorded.own("unhcr/population-page" + number + ".json"),
                "https://example.org/population/?cf_type=ISO&page=" + number,
                "2024-02-10T06:00:00Z");
    }
}
