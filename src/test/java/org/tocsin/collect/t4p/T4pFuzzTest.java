package org.tocsin.collect.t4p;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class T4pFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new T4pCollectorFactory(null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return Stream.of("casualties_daily.json", "west_bank_daily.json", "lebanon_daily.json")
                .map(file -> Recorded.document(
                        Recorded.own("t4p/" + file), "https://example.org/api/v2/" + file, "2026-08-23T06:00:00Z"))
                .toList();
    }
}
