package org.tocsin.collect.migrants;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class MigrantsFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new MigrantsCollectorFactory(null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(Recorded.document(
                Recorded.own("migrants/2014.json"),
                "https://example.org/global-figures/2014/json",
                "2024-08-02T06:00:00Z"));
    }
}
