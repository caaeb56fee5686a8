package org.tocsin.collect.acled;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class AcledFuzzTest extends ReaderFuzz {
    private static final String HOST = "https://example.org/api/";

    @Override
    protected Collector collector() {
        return new AcledCollectorFactory(null, null, null, null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        String days = HOST + "acled/read?event_date=2022-04-24%7C2022-07-05&limit=6&page=";
        return List.of(
                answer("events-page1.json", days + 1),
                answer("events-page2.json", days + 2),
                answer("deleted.json", HOST + "deleted/read?deleted_timestamp=1659200000&limit=0"));
    }

    private static Document answer(String resource, String url) {
        return Recorded.document(Recorded.own("acled/" + resource), url, "2022-07-06T06:00:00Z");
    }
}
