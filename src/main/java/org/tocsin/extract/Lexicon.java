package org.tocsin.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms of one language with their senses, found by the longest run of words. */
final class Lexicon {
    private final Node root = new Node();

    /** The longest term that starts at a token. */
    record Match(int end, List<Sense> senses) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Sense> senses = new ArrayList<>(1);
    }

    void add(String term, Sense sense) {
        Node node = root;
        for (Token token : Tokenizer.tokens(term)) {
            node = node.next.computeIfAbsent(token.form(), form -> new Node());
        }
        if (!node.senses.contains(sense)) {
            node.senses.add(sense);
        }
    }

    @Nullable
    Match longest(List<Token> tokens, int from) {
        Match best = null;
        Node node = root;
        for (int at = from; at < tokens.size(); at++) {
            node = node.next.get(tokens.get(at).form());
            if (node == null) {
                break;
            }
            if (!node.senses.isEmpty()) {
                best = new Match(at + 1, node.senses);
            }
        }
        return best;
    }

    /** The longest term from a token on that has this sense; terms are a few words long, so the walk is short. */
    @Nullable
    Found longest(List<Token> tokens, int from, Tag tag) {
        Found best = null;
        Node node = root;
        for (int at = from; at < tokens.size(); at++) {
            node = node.next.get(tokens.get(at).form());
            if (node == null) {
                break;
            }
            for (Sense sense : node.senses) {
                if (sense.tag() == tag) {
                    best = new Found(at + 1, sense.value());
                }
            }
        }
        return best;
    }

    /** Where a term with the sense asked for ends, and what it names. */
    record Found(int end, String value) {}
}
