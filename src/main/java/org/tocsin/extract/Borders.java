package org.tocsin.extract;

import java.util.List;
import java.util.Set;

/** Tells a flight within the country from one across its border by where the text says people went. */
final class Borders {
    private static final int WINDOW = 9;
    private static final Set<String> GOALS =
            Set.of("to", "into", "for", "across", "vers", "pour", "hacia", "a", "al", "towards", "over");
    private static final Set<String> PLACES = Set.of("in", "en", "au", "aux");
    private static final Set<String> REFUGE =
            Set.of("refuge", "asylum", "safety", "shelter", "refugio", "asile", "asilo");
    private static final Set<String> ARTICLES = Set.of("the", "le", "la", "les", "l", "'", "el");

    private final Gazetteer gazetteer;
    private final Lexicon lexicon;

    Borders(Gazetteer gazetteer, Lexicon lexicon) {
        this.gazetteer = gazetteer;
        this.lexicon = lexicon;
    }

    /** Whether a verb of flight is followed by another country as its goal, in the same clause. */
    boolean isCrossed(Sentence sentence, int event) {
        Symbol verb = sentence.at(event);
        if (!verb.has(Tag.DOES)) {
            return false;
        }
        List<Token> tokens = sentence.tokens();
        int end = Math.min(tokens.size(), verb.to() + WINDOW);
        for (int i = verb.to(); i < end; i++) {
            Token token = tokens.get(i);
            if (token.is(",") || token.is(";") || token.is(".")) {
                return false;
            }
            if (lexicon.longest(tokens, i, Tag.ABROAD) != null || goesTo(tokens, i, verb.to())) {
                return true;
            }
        }
        return false;
    }

    /** A country behind "to", or right behind the verb: who fled it is abroad as well. */
    private boolean goesTo(List<Token> tokens, int at, int verbEnd) {
        if (tokens.get(at).shape() != Token.Shape.CAPITAL || !gazetteer.isCountry(tokens, at)) {
            return false;
        }
        int before = at - 1;
        while (before >= verbEnd && ARTICLES.contains(tokens.get(before).form())) {
            before--;
        }
        boolean next = before == verbEnd - 1
                || (before == verbEnd && tokens.get(before).is("au"));
        boolean found = PLACES.contains(tokens.get(before).form())
                && before > 0
                && REFUGE.contains(tokens.get(before - 1).form());
        return next || found || GOALS.contains(tokens.get(before).form());
    }
}
