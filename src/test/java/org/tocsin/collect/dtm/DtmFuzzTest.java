package org.tocsin.collect.dtm;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class DtmFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new DtmCollectorFactory(null, null, "s3cr3t", null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(answer("admin1-hti"), answer("admin2-hti"), answer("admin1-sdn"));
    }

    private static Document answer(String name) {
        return Recorded.document(
                Recorded.own("dtm/" + name + ".json"),
                "https://example.org/v3/displacement/" + name.substring(0, 6) + "?Admin0Pcode=HTI",
                "2024-02-10T06:00:00Z");
    }
}
