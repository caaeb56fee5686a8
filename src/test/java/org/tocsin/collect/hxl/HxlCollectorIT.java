package org.tocsin.collect.hxl;

import java.util.Map;
import java.util.function.Function;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class HxlCollectorIT extends CollectorContract {
    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of(
                "type",
                "hxl",
                "url",
                server.uri("/table"),
                "terms",
                Map.of("name", "Projects"),
                "vocabulary",
                Map.of("columns", Map.of("#inneed", Map.of("metric", "people_in_need"))));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of("/table", request -> StubAnswer.bytes(Recorded.own("hxl/objects.json")));
    }

    @Override
    protected boolean declaresExtents() {
        return false;
    }
}
