package org.tocsin.collect.t4p;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class T4pCollectorIT extends CollectorContract {
    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of(
                "type",
                "t4p",
                "baseUrl",
                server.uri("/api"),
                "files",
                List.of("v2/casualties_daily.json", "v2/west_bank_daily.json", "v2/lebanon_daily.json"));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                "/api/v2/casualties_daily.json", request -> own("casualties_daily"),
                "/api/v2/west_bank_daily.json", request -> own("west_bank_daily"),
                "/api/v2/lebanon_daily.json", request -> own("lebanon_daily"));
    }

    private static StubAnswer own(String name) {
        return StubAnswer.bytes(Recorded.own("t4p/" + name + ".json"));
    }
}
