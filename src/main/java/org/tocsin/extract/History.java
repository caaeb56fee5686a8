package org.tocsin.extract;

import java.util.Set;

/** Tells a sentence about a closed, earlier crisis by its years and its words. */
final class History {
    private static final Set<String> STARTS =
            Set.of("since", "depuis", "desde", "from", "between", "entre", "until", "to", "plan");

    private static final Set<String> WHEN = Set.of("when", "quand", "lorsque", "cuando");

    private History() {}

    /** Whether the sentence speaks of a year that lies so many years back, without reaching from it to now. */
    static boolean isOld(Sentence sentence, Context context, int anchor, int years) {
        if (sentence.any(0, sentence.size(), Tag.PAST.bit())) {
            return true;
        }
        if (isSaidOfAYear(sentence, context, anchor, years)) {
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

    /** "the worst attack since 2005, when 52 people were killed": what follows is said of that year. */
    private static boolean isSaidOfAYear(Sentence sentence, Context context, int anchor, int years) {
        for (int i = anchor - 1; i > 1; i--) {
            boolean when = sentence.isAt(i, Tag.REL) && WHEN.contains(sentence.form(i));
            if (when) {
                int before = sentence.isAt(i - 1, Tag.COMMA) ? i - 2 : i - 1;
                int year = Years.year(sentence.tokens().get(sentence.at(before).from()));
                return year > 0 && context.year() > 0 && year <= context.year() - years;
            }
            if (sentence.isAt(i, Tag.mask(Tag.COMMA, Tag.SEMI))) {
                return false;
            }
        }
        return false;
    }
}
