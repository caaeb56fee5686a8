package org.tocsin.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Provenance;
import org.tocsin.report.ChangeStatement;

/**
 * A change told in percent.
 *
 * @param base what it is compared with, in the words of the report
 * @param source where it was read; null where only the fact was handed over
 */
record ChangeAnswer(
        String metric,
        String country,
        String population,
        String cause,
        String direction,
        BigDecimal percent,
        LocalDate since,
        @Nullable String base,
        String statedBy,
        LocalDate published,
        @Nullable String note,
        @Nullable Origin source) {
    /** Where it can be looked up. */
    record Origin(@Nullable URI link, String sha256, String pointer) {
        static @Nullable Origin from(@Nullable Provenance provenance) {
            return provenance == null
                    ? null
                    : new Origin(provenance.link(), provenance.document(), provenance.pointer());
        }
    }

    static ChangeAnswer from(ChangeStatement said) {
        return new ChangeAnswer(
                said.subject().metric().code(),
                said.subject().place().country(),
                said.subject().population().code(),
                said.subject().cause().code(),
                said.change().direction().code(),
                said.change().percent(),
                said.change().since(),
                said.change().base(),
                said.saying().statedBy(),
                said.saying().published(),
                said.saying().note(),
                Origin.from(said.provenance()));
    }
}
