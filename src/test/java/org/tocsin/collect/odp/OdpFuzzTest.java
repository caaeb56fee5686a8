package org.tocsin.collect.odp;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class OdpFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new OdpCollectorFactory(null, null, null, null, null, List.of(OdpCollectorTest.UKRAINE)).build();
    }

    @Override
    protected List<Document> answers() {
        return List.of(
                answer("origins-ssd.json", "/population/get/origin?geo_id=259&population_collection=4,29"),
                answer("groups-mmr.json", "/population/?geo_id=693&population_group=5407,4999"),
                answer("series-ukr.json", OdpQuestions.SERIES + "?" + OdpCollectorTest.UKRAINE.query()));
    }

    private static Document answer(String name, String address) {
        return Recorded.document(Recorded.own("odp/" + name), "https://example.org" + address, "2024-07-04T06:00:00Z");
    }
}
