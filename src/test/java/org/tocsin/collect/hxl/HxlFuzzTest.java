package org.tocsin.collect.hxl;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class HxlFuzzTest extends ReaderFuzz {
    private static final String URL = "https://example.org/table";

    @Override
    protected Collector collector() {
        return new HxlCollectorFactory(null, null, URI.create(URL), null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return Stream.of("idmc.csv", "events.csv", "objects.json")
                .map(name -> Recorded.document(Recorded.own("hxl/" + name), URL, "2022-06-10T06:00:00Z"))
                .toList();
    }
}
