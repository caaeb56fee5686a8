package org.tocsin.api;

import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Line;

/** What a number counts, and who says so. */
record LineAnswer(
        String source,
        @Nullable String statedBy,
        String basis,
        String metric,
        String unit,
        String kind,
        String population,
        String cause,
        @Nullable String category,
        @Nullable String appeal) {
    static LineAnswer from(Line line) {
        return new LineAnswer(
                line.attribution().source().value(),
                line.attribution().statedBy(),
                line.attribution().basis().code(),
                line.measure().metric().code(),
                line.measure().unit().code(),
                line.measure().kind().code(),
                line.population().code(),
                line.cause().code(),
                line.category(),
                line.appeal());
    }
}
