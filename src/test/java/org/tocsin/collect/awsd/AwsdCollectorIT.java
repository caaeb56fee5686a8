package org.tocsin.collect.awsd;

import java.util.Map;
import java.util.function.Function;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class AwsdCollectorIT extends CollectorContract {
    @Override
    protected Map<String, Object> settings(StubServer source) {
        return Map.of("type", "awsd", "baseUrl", source.uri(""));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                "/incidents/search",
                request -> "format=csv".equals(request.uri().getQuery())
                        ? StubAnswer.bytes(Recorded.own("awsd/incidents.csv")).with("Content-Type", "text/csv")
                        : StubAnswer.status(404));
    }
}
