package org.tocsin.collect.insecurity;

import java.util.Map;
import java.util.function.Function;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class InsecurityCollectorIT extends CollectorContract {
    @Override
    protected Map<String, Object> settings(StubServer source) {
        return Map.of("type", "insecurity-insight", "baseUrl", source.uri("/api"), "key", "s3cr3t");
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                "/api/aidWorkerKIKA", request -> answer(request, "aidWorkerKIKA"),
                "/api/healthcare", request -> answer(request, "healthcare"));
    }

    private static StubAnswer answer(StubServer.Received request, String theme) {
        return request.header("x-api-key").orElse("").equals("s3cr3t")
                ? StubAnswer.bytes(Recorded.own("insecurity/" + theme + ".json"))
                : StubAnswer.status(401);
    }
}
