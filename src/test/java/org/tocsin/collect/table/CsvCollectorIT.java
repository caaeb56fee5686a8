package org.tocsin.collect.table;

import java.util.Map;
import java.util.function.Function;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class CsvCollectorIT extends CollectorContract {
    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of(
                "type",
                "csv",
                "url",
                server.uri("/sheet.csv"),
                "terms",
                Map.of("name", "Totals"),
                "layout",
                Map.of("constants", Map.of("population", "all")));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of("/sheet.csv", request -> StubAnswer.bytes(Recorded.own("table/whole.csv")));
    }

    @Override
    protected boolean declaresExtents() {
        return false;
    }
}
