package org.tocsin.api;

import java.net.URI;
import org.tocsin.figure.Source;

/** A source and the terms under which its figures are shown. */
record SourceAnswer(
        String id,
        String name,
        String attribution,
        String licence,
        URI link,
        boolean nonCommercial,
        String redistribution,
        int cadenceDays)
        implements Answer {
    static SourceAnswer from(Source source) {
        return new SourceAnswer(
                source.id().value(),
                source.name(),
                source.terms().attribution(),
                source.terms().licence(),
                source.terms().link(),
                source.terms().nonCommercial(),
                source.terms().redistribution().code(),
                source.cadenceDays());
    }
}
