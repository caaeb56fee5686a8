package org.tocsin.extract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who a sentence says gives the number: behind "according to", or before the verb of saying. */
final class Sources {
    private static final int LONGEST = 10;
    private static final Set<String> ENDS =
            Set.of(",", ".", ";", "(", ")", "\"", ":", "-", "that", "que", "qui", "who", "which", "[");
    private static final Set<String> JOINS = Set.of(
            "of", "the", "for", "de", "des", "du", "d", "l", "'", "la", "le", "les", "del", "los", "las", "el", "and",
            "et", "y", "on", "s", "in", "a", "au");

    private final Lexicon lexicon;

    Sources(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Nullable
    String of(String text, Sentence sentence, Finding finding) {
        int number = finding.symbol().from();
        String best = null;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.isAt(i, Tag.SAID)) {
                continue;
            }
            Symbol verb = sentence.at(i);
            boolean behind = "to".equals(verb.value(Tag.SAID));
            String named =
                    behind ? after(text, sentence.tokens(), verb.to()) : before(text, sentence.tokens(), verb.from());
            int distance = Math.abs(verb.from() - number);
            if (named != null && distance < least) {
                best = named;
                least = distance;
            }
        }
        return best;
    }

    private static @Nullable String after(String text, List<Token> tokens, int from) {
        int start = from < tokens.size() && JOINS.contains(tokens.get(from).form()) ? from + 1 : from;
        int end = start;
        while (end < tokens.size()
                && end - start < LONGEST
                && !ENDS.contains(tokens.get(end).form())) {
            end++;
        }
        return end == start ? null : words(text, tokens, start, end);
    }

    /** The name or office before the verb: capitalised words and what joins them, or a known authority. */
    private @Nullable String before(String text, List<Token> tokens, int verb) {
        int start = verb;
        int named = -1;
        while (start > 0 && verb - start < LONGEST) {
            Token token = tokens.get(start - 1);
            boolean authority = lexicon.longest(tokens, start - 1, Tag.AUTHORITY) != null;
            boolean capital = token.shape() == Token.Shape.CAPITAL;
            if (!authority && !capital && !JOINS.contains(token.form()) && !continued(tokens, start - 1, verb)) {
                break;
            }
            start--;
            named = authority || capital ? start : named;
        }
        return named < 0 ? null : words(text, tokens, named, verb);
    }

    /** A small word between a named office and the verb, as in "local disaster agency said". */
    private boolean continued(List<Token> tokens, int at, int verb) {
        return tokens.get(at).isWord() && at + 1 < verb && lexicon.longest(tokens, at + 1, Tag.AUTHORITY) != null;
    }

    private static String words(String text, List<Token> tokens, int from, int to) {
        return text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
