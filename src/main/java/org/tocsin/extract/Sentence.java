package org.tocsin.extract;

import java.util.List;

/**
 * One sentence as the rules see it, and the way back from symbols to the page.
 *
 * @param mask all tags that any of its symbols has
 */
record Sentence(List<Token> tokens, List<Symbol> symbols, long mask) {
    static Sentence of(List<Token> tokens, List<Symbol> symbols) {
        long mask = 0;
        for (Symbol symbol : symbols) {
            mask |= symbol.mask();
        }
        return new Sentence(tokens, symbols, mask);
    }

    int size() {
        return symbols.size();
    }

    Symbol at(int index) {
        return symbols.get(index);
    }

    boolean isAt(int index, Tag tag) {
        return index >= 0 && index < symbols.size() && symbols.get(index).has(tag);
    }

    boolean isAt(int index, long tags) {
        return index >= 0 && index < symbols.size() && symbols.get(index).hasAny(tags);
    }

    /** Offset of a symbol's first character in the page. */
    int start(int index) {
        return tokens.get(symbols.get(index).from()).start();
    }

    int end(int index) {
        return tokens.get(symbols.get(index).to() - 1).end();
    }

    /** Whether any symbol from one index up to another has one of the tags. */
    boolean any(int from, int to, long tags) {
        for (int i = Math.max(0, from); i < Math.min(to, symbols.size()); i++) {
            if (symbols.get(i).hasAny(tags)) {
                return true;
            }
        }
        return false;
    }

    /** The small letters of a symbol's first word. */
    String form(int index) {
        return tokens.get(symbols.get(index).from()).form();
    }
}
