package org.tocsin.extract;

import java.util.List;
import java.util.Set;

/** Words that make a number a running total although no date is named. */
final class SinceWords {
    private static final Set<String> WORDS = Set.of("since", "depuis", "desde");

    private SinceWords() {}

    static boolean opens(List<Token> tokens) {
        for (Token token : tokens) {
            if (WORDS.contains(token.form())) {
                return true;
            }
        }
        return false;
    }
}
