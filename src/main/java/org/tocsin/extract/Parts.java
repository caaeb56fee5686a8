package org.tocsin.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the numbers that are a part of another one: "of whom 30 are children", "including five soldiers", "women (30 or 20%)". */
final class Parts {
    private static final long MARKS = Tag.mask(Tag.COMMA, Tag.DASH, Tag.LP, Tag.AND);
    private static final long PASSED = Tag.mask(
            Tag.ADV,
            Tag.DET,
            Tag.COMMA,
            Tag.AND,
            Tag.QP,
            Tag.QB,
            Tag.QU,
            Tag.AUX,
            Tag.PEOPLE,
            Tag.CROWD,
            Tag.OF,
            Tag.W,
            Tag.NUM);
    private static final Rule INCLUDED = new Rule("part", 0.85, 0, null, List.of(), List.of());
    private static final Rule BRACKETED = new Rule("part-in-brackets", 0.75, 0, null, List.of(), List.of());
    private static final long COUNTS = Tag.mask(Tag.QP, Tag.QB, Tag.QU);
    private static final int REACH = 16;

    /** A part of a statement found before it in the sentence or, in brackets behind its population, in the sentence before. */
    @Nullable
    Finding find(Sentence sentence, int anchor, List<Finding> found, Context context) {
        Symbol symbol = sentence.at(anchor);
        Quantity quantity = symbol.quantity();
        if (!symbol.hasAny(Tag.mask(Tag.QP, Tag.QB, Tag.QU)) || quantity == null || quantity.value() == null) {
            return null;
        }
        Finding parent = found.isEmpty() ? null : found.get(found.size() - 1);
        parent = parent != null && parent.parent() != null ? parent.parent() : parent;
        if (parent != null
                && !parent.metric().isFunding()
                && belongs(sentence, parent, anchor)
                && isIncluded(sentence, anchor)
                && !hasOwnVerb(sentence, anchor)) {
            return part(sentence, anchor, parent, INCLUDED);
        }
        Finding before = parent != null ? parent : context.last();
        if (before != null && !before.metric().isFunding() && bracketedPopulation(sentence, anchor) != null) {
            return part(sentence, anchor, before, BRACKETED);
        }
        return null;
    }

    /** Parts named before the sentence's verb: "ten people - four of them children - have died". */
    List<Finding> completed(Sentence sentence, List<Finding> found, Context context) {
        List<Finding> all = new ArrayList<>();
        int next = 0;
        for (int anchor = 0; anchor < sentence.size(); anchor++) {
            if (next < found.size() && found.get(next).anchor() == anchor) {
                all.add(found.get(next++));
            } else if (sentence.isAt(anchor, Tag.mask(Tag.QP, Tag.QB, Tag.QU))) {
                Finding part = find(sentence, anchor, all, context);
                if (part != null) {
                    all.add(part);
                }
            }
        }
        return all;
    }

    private static Finding part(Sentence sentence, int anchor, Finding parent, Rule rule) {
        ToldPopulation population = population(sentence, anchor, parent.metric());
        int last = sentence.isAt(anchor + 1, Tag.INCL) && anchor + 2 < sentence.size() ? anchor + 2 : anchor;
        Finding.Meaning meaning = new Finding.Meaning(
                parent.metric() == ToldMetric.CHANGE_PCT ? ToldMetric.AFFECTED : parent.metric(), population, null);
        return new Finding(
                sentence,
                anchor,
                rule,
                new Rule.Fit(anchor, last, -1),
                meaning,
                parent.start() >= sentence.start(0) ? parent : null);
    }

    /** "20 people, of whom 3": the parent is the number right before the part, not one of another clause. */
    private static boolean belongs(Sentence sentence, Finding parent, int anchor) {
        for (int i = anchor - 1; i > Math.max(parent.anchor(), anchor - REACH); i--) {
            boolean another = sentence.isAt(i, COUNTS)
                    && (sentence.isAt(i + 1, Tag.INCL)
                            || (sentence.isAt(i + 1, MARKS) && sentence.isAt(i + 2, Tag.INCL)));
            if (another || sentence.isAt(i, Tag.STOP)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIncluded(Sentence sentence, int anchor) {
        if (sentence.isAt(anchor + 1, Tag.INCL) && sentence.isAt(anchor - 1, MARKS)) {
            return true;
        }
        if (sentence.isAt(anchor + 1, Tag.AUX) && named(sentence, anchor + 2) != null) {
            return true;
        }
        for (int i = anchor - 1; i >= Math.max(0, anchor - REACH); i--) {
            if (sentence.isAt(i, Tag.INCL)) {
                return true;
            }
            boolean other = sentence.isAt(i, Tag.mask(Tag.DONE, Tag.DOES));
            if (other || (!sentence.isAt(i, PASSED) && i < anchor - 2)) {
                return false;
            }
        }
        return false;
    }

    /** "of whom 900 returned": a verb of its own makes it more than a part of the first count. */
    private static boolean hasOwnVerb(Sentence sentence, int anchor) {
        for (int i = anchor + 1; i < Math.min(sentence.size(), anchor + 6); i++) {
            if (sentence.isAt(i, Tag.mask(Tag.DONE, Tag.DOES))) {
                return true;
            }
            if (!sentence.isAt(i, Tag.mask(Tag.AUX, Tag.HAVE, Tag.ADV, Tag.REL, Tag.NEG))) {
                return false;
            }
        }
        return false;
    }

    private static @Nullable ToldPopulation population(Sentence sentence, int anchor, ToldMetric metric) {
        ToldPopulation own = Meanings.population(sentence.at(anchor), metric);
        if (own != null) {
            return own;
        }
        ToldPopulation bracketed = bracketedPopulation(sentence, anchor);
        for (int i = anchor + 1; i < Math.min(sentence.size(), anchor + 6) && bracketed == null; i++) {
            String named = sentence.at(i).value(Tag.PEOPLE);
            if (named != null && !named.isEmpty()) {
                return ToldPopulation.of(named);
            }
            if (sentence.isAt(i, Tag.mask(Tag.COMMA, Tag.AND, Tag.STOP))) {
                break;
            }
        }
        return bracketed;
    }

    /** "women (30 or 20%)", "Five per cent (40 individuals) are elderly". */
    private static @Nullable ToldPopulation bracketedPopulation(Sentence sentence, int anchor) {
        if (!sentence.isAt(anchor - 1, Tag.LP)) {
            return null;
        }
        boolean closed = sentence.isAt(anchor + 1, Tag.mask(Tag.RP, Tag.OR, Tag.COMMA, Tag.SEMI));
        if (!closed) {
            return null;
        }
        if (sentence.isAt(anchor - 2, Tag.QX) && sentence.isAt(anchor + 2, Tag.AUX)) {
            return named(sentence, anchor + 3);
        }
        for (int i = anchor - 2; i >= Math.max(0, anchor - 8); i--) {
            ToldPopulation named = named(sentence, i);
            if (named != null) {
                return named;
            }
            if (sentence.isAt(i, Tag.mask(Tag.COMMA, Tag.STOP, Tag.QP, Tag.QO, Tag.RP))) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable ToldPopulation named(Sentence sentence, int at) {
        String named = at >= 0 && at < sentence.size() ? sentence.at(at).value(Tag.PEOPLE) : null;
        return named == null || named.isEmpty() ? null : ToldPopulation.of(named);
    }
}
