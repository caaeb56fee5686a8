package org.tocsin.collect.idmc;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class IduFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new IduCollectorFactory(null, null, "s3cr3t", null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(Recorded.document(
                Recorded.own("idmc/idus.json"),
                "https://example.org/external-api/idus/last-180-days/?client_id=%3Cclient_id%3E",
                "2024-02-10T06:00:00Z"));
    }
}
