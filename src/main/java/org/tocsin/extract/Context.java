package org.tocsin.extract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of the article around a sentence. */
record Context(
        Article article,
        Language language,
        int latestYear,
        boolean humanitarian,
        @Nullable Finding last) {
    /** The article's year, else the latest year its text names; 0 when nothing tells. */
    int year() {
        LocalDate date = article.date();
        return date == null ? latestYear : date.getYear();
    }

    Context after(@Nullable Finding finding) {
        return finding == null ? this : new Context(article, language, latestYear, humanitarian, finding);
    }
}
