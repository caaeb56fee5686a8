package org.tocsin.extract;

import java.util.Set;

/** Words that say how things stand rather than what happened. */
final class StockWords {
    private static final Set<String> WORDS = Set.of(
            "are",
            "remain",
            "remains",
            "now",
            "currently",
            "still",
            "living",
            "sheltering",
            "hosting",
            "hosts",
            "idps",
            "internally",
            "number",
            "sont",
            "vivent",
            "restent",
            "encore",
            "actuellement",
            "nombre",
            "estan",
            "viven",
            "permanecen",
            "siguen",
            "actualmente",
            "numero",
            "total");

    private StockWords() {}

    static boolean holds(Finding finding) {
        int from = finding.sentence().at(finding.fit().first()).from();
        int to = finding.sentence().at(finding.fit().last()).to();
        for (int i = from; i < to; i++) {
            if (WORDS.contains(finding.sentence().tokens().get(i).form())) {
                return true;
            }
        }
        return false;
    }
}
