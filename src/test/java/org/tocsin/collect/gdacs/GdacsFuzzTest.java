package org.tocsin.collect.gdacs;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class GdacsFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new GdacsCollectorFactory(null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        String now = "2025-02-02T06:00:00Z";
        return List.of(
                Recorded.document(Recorded.own("gdacs/rss.xml"), "https://www.gdacs.org/xml/rss.xml", now),
                Recorded.document(
                        Recorded.own("gdacs/FL1102983.json"),
                        "https://www.gdacs.org/gdacsapi/api/events/geteventdata?eventtype=FL&eventid=1102983",
                        now));
    }
}
