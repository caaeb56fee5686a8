package org.tocsin.extract;

import java.util.Set;

/** Tells a sentence about a closed, earlier crisis by its years and its words. */
final class History {
    private static final Set<String> STARTS =
            Set.of("since", "depuis", "desde", "from", "between", "entre", "de", "until", "to", "of", "plan");

    private History() {}

    /** Whether the sentence speaks of a year that lies so many years back, without reaching from it to now. */
    static boolean isOld(Sentence sentence, Context context, int years) {
        if (sentence.any(0, sentence.size(), Tag.PAST.bit())) {
            return true;
        }
        int latest = 0;
        for (int i = 0; i < sentence.tokens().size(); i++) {
            int year = Years.year(sentence.tokens().get(i));
            if (year > 0
                    && i > 0
                    && STARTS.contains(sentence.tokens().get(i - 1).form())) {
                return false;
            }
            latest = Math.max(latest, year);
        }
        boolean since = sentence.any(0, sentence.size(), Tag.SINCE.bit());
        return latest > 0 && !since && context.year() > 0 && latest <= context.year() - years;
    }
}
