package org.tocsin.collect.reliefweb;

import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class CrisisFiguresFuzzTest extends ReaderFuzz {
    private final Collector figures = new CrisisFiguresCollectorFactory(null, null, null).build();

    @Override
    protected Collector collector() {
        return figures;
    }

    @Override
    protected List<Document> answers() {
        return List.of(Recorded.document(
                Recorded.own("reliefweb/AFG.json"),
                "https://example.org/countries/AFG/figures.json",
                "2023-06-01T06:00:00Z"));
    }
}
