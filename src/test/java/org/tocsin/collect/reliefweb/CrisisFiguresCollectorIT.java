package org.tocsin.collect.reliefweb;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class CrisisFiguresCollectorIT extends CollectorContract {
    @Override
    protected Map<String, Object> settings(StubServer source) {
        return Map.of("type", "reliefweb-figures", "baseUrl", source.uri("/countries"), "countries", List.of("AFG"));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of("/countries/AFG/figures.json", request -> StubAnswer.bytes(Recorded.own("reliefweb/AFG.json")));
    }
}
