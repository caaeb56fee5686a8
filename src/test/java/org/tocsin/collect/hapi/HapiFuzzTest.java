package org.tocsin.collect.hapi;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class HapiFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new HapiCollectorFactory(null, null, "key", null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(
                page("idps.json", Subject.IDPS),
                page("refugees.json", Subject.REFUGEES_PERSONS_OF_CONCERN),
                page("needs.json", Subject.HUMANITARIAN_NEEDS),
                page("conflict.json", Subject.CONFLICT_EVENTS),
                page("funding.json", Subject.FUNDING),
                page("food.json", Subject.FOOD_SECURITY),
                page("conflict.csv", Subject.CONFLICT_EVENTS));
    }

    private static Document page(String resource, Subject subject) {
        return Recorded.document(
                Recorded.own("hapi/" + resource),
                "https://example.org/" + subject.path()
                        + "?output_format=json&start_date=2022-01-01&limit=10000&offset=0",
                "2024-02-10T06:00:00Z");
    }
}
