package org.tocsin.collect.fts;

import java.util.Map;
import java.util.function.Function;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class FtsCollectorIT extends CollectorContract {
    @Override
    protected Map<String, Object> settings(StubServer source) {
        return Map.of("type", "fts", "baseUrl", source.uri("/hpc"), "years", new int[] {2022});
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                "/hpc/v2/fts/flow/plan/overview/progress/2022",
                request -> StubAnswer.bytes(Recorded.own("fts/plans-2022.json")),
                "/hpc/v1/fts/flow/custom-search",
                request -> StubAnswer.bytes(Recorded.own("fts/plan-1072-by-country.json")));
    }
}
