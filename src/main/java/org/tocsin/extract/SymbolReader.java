package org.tocsin.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns tokens into symbols: quantities first, then the longest known terms, then what is left. */
final class SymbolReader {
    private static final Map<String, Tag> MARKS = Map.ofEntries(
            Map.entry(",", Tag.COMMA),
            Map.entry(";", Tag.SEMI),
            Map.entry(":", Tag.COLON),
            Map.entry(".", Tag.STOP),
            Map.entry("!", Tag.STOP),
            Map.entry("?", Tag.STOP),
            Map.entry("(", Tag.LP),
            Map.entry("[", Tag.LP),
            Map.entry(")", Tag.RP),
            Map.entry("]", Tag.RP),
            Map.entry("-", Tag.DASH));

    private final Lexicon lexicon;
    private final QuantityReader quantities;

    SymbolReader(Lexicon lexicon, Language language) {
        this.lexicon = lexicon;
        this.quantities = new QuantityReader(lexicon, language);
    }

    List<Symbol> symbols(List<Token> tokens) {
        List<Symbol> symbols = new ArrayList<>(tokens.size());
        int at = 0;
        while (at < tokens.size()) {
            Symbol symbol = symbol(tokens, at);
            symbols.add(symbol);
            at = symbol.to();
        }
        return symbols;
    }

    private Symbol symbol(List<Token> tokens, int at) {
        Lexicon.Match term = lexicon.longest(tokens, at);
        boolean noNumber = term != null && term.end() > at + 1 && isFixed(term.senses());
        QuantityReader.Found found = noNumber ? null : quantities.read(tokens, at);
        if (found != null && !isArticle(tokens, at, found)) {
            boolean reached = tokens.get(at).is("estimated") && found.numberStart() > at + 1;
            long mask =
                    (reached ? Tag.REACHES.bit() : 0) | (isMore(tokens, at, found.numberStart()) ? Tag.NEW.bit() : 0);
            return new Symbol(at, found.end(), mask, List.of(), found.quantity());
        }
        if (term != null && isSeen(term.senses())) {
            return Symbol.of(at, term.end(), term.senses());
        }
        Token token = tokens.get(at);
        Tag tag = switch (token.shape()) {
            case WORD -> Tag.W;
            case CAPITAL -> Tag.CAP;
            case NUMERAL -> Tag.NUM;
            case MARK -> MARKS.getOrDefault(token.form(), Tag.MARK);
        };
        return Symbol.of(at, at + 1, tag);
    }

    /** "un" and "une" are a number only before people. */
    private boolean isArticle(List<Token> tokens, int at, QuantityReader.Found found) {
        return found.quantity().isOne()
                && tokens.get(at).form().startsWith("un")
                && (found.end() >= tokens.size() || lexicon.longest(tokens, found.end(), Tag.PEOPLE) == null);
    }

    /** "an additional 20,000": the hedge says that they come on top. */
    private boolean isMore(List<Token> tokens, int from, int number) {
        for (int i = from; i < number; i++) {
            if (lexicon.longest(tokens, i, Tag.NEW) != null) {
                return true;
            }
        }
        return false;
    }

    /** Terms such as "one of" or "no one" begin like a number and are none. */
    private static boolean isFixed(List<Sense> senses) {
        return senses.stream().anyMatch(sense -> sense.tag() == Tag.HINT || sense.tag() == Tag.INCL);
    }

    private static boolean isSeen(List<Sense> senses) {
        for (Sense sense : senses) {
            if (sense.tag().bit() != 0 || sense.tag() == Tag.HINT) {
                return true;
            }
        }
        return false;
    }
}
