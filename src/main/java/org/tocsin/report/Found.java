package org.tocsin.report;

import java.text.Normalizer;
import java.util.Locale;

/** What was read out of a text, before it becomes a candidate. */
public record Found(Candidate.Excerpt excerpt, Proposal proposal, Candidate.Trust trust) {
    /** The same for the same words in the same sentence taken for the same metric, whatever report they stand in. */
    String fingerprint() {
        return Report.sha256(plain(excerpt.sentence())
                + '\n'
                + plain(excerpt.words())
                + '\n'
                + proposal.metric().code());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
