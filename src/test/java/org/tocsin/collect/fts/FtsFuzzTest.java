package org.tocsin.collect.fts;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class FtsFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new FtsCollectorFactory(null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(
                Recorded.document(
                        Recorded.own("fts/plans-2022.json"),
                        "https://example.org/v2/fts/flow/plan/overview/progress/2022",
                        "2022-09-29T06:00:00Z"),
                Recorded.document(
                        Recorded.own("fts/plan-1072-by-country.json"),
                        "https://example.org/v1/fts/flow/custom-search?planid=1072&groupby=location",
                        "2022-09-29T06:00:00Z"));
    }
}
