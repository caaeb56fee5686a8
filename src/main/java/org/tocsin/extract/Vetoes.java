package org.tocsin.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps out what a rule fits but the text does not assert as having happened to people: forecasts, orders, history, help, disease. */
final class Vetoes {
    private static final long OPEN = Tag.mask(Tag.MODAL, Tag.HYPO, Tag.ORDER);
    private static final long BEFORE = Tag.mask(Tag.HYPO, Tag.ORDER);
    private static final Set<ToldMetric> LIVES =
            Set.of(ToldMetric.KILLED, ToldMetric.INJURED, ToldMetric.MISSING, ToldMetric.AFFECTED);
    private static final Set<ToldMetric> STANDING = Set.of(
            ToldMetric.DISPLACED,
            ToldMetric.DISPLACED_NEW,
            ToldMetric.REFUGEES,
            ToldMetric.RETURNEES,
            ToldMetric.PEOPLE_IN_NEED,
            ToldMetric.AFFECTED);
    private static final int OLD = 2;

    /** A rule that fits, about to be believed. */
    record Case(Sentence sentence, int anchor, Rule rule, Rule.Fit fit, ToldMetric metric) {}

    /** Why it is not to be believed; absent when nothing speaks against it. */
    @Nullable
    String reason(Case fitted, Context context) {
        if (fitted.metric().isFunding()) {
            return context.humanitarian() ? null : "money";
        }
        if (fitted.metric() == ToldMetric.CHANGE_PCT) {
            return null;
        }
        if (isOpen(fitted)) {
            return "hypothetical";
        }
        if (isDenied(fitted)) {
            return "negated";
        }
        if (isCompound(fitted)) {
            return "compound";
        }
        if (LIVES.contains(fitted.metric())
                && fitted.sentence().any(0, fitted.sentence().size(), Tag.DISEASE.bit())) {
            return "disease";
        }
        if (STANDING.contains(fitted.metric()) && isHelped(fitted)) {
            return "beneficiaries";
        }
        return History.isOld(fitted.sentence(), context, fitted.anchor(), OLD) ? "historic" : null;
    }

    private static boolean isOpen(Case fitted) {
        Sentence sentence = fitted.sentence();
        int from = fitted.fit().first();
        int to = fitted.fit().last();
        if (fitted.metric() == ToldMetric.PEOPLE_IN_NEED) {
            return sentence.any(from - 2, to, Tag.HYPO.bit());
        }
        boolean event = fitted.fit().event() >= 0 && fitted.fit().event() < fitted.anchor();
        return sentence.any(from, to + 1, OPEN)
                || sentence.any(from - 3, from, BEFORE)
                || (event && (sentence.any(from - 2, from, OPEN) || isMeant(sentence, from - 1)))
                || sentence.any(to + 1, to + 3, Tag.ORDER.bit());
    }

    /** "to kill 10 people" is an aim; "a tué" is not, although French and Spanish write both words alike. */
    private static boolean isMeant(Sentence sentence, int at) {
        return sentence.isAt(at, Tag.TO) && !sentence.isAt(at, Tag.HAVE);
    }

    /** "killed, deserted or defected", "dead or missing": one number for several fates. */
    private static boolean isCompound(Case fitted) {
        Sentence sentence = fitted.sentence();
        int event = fitted.fit().event();
        if (event < fitted.anchor()) {
            return false;
        }
        for (int i = event + 1; i < Math.min(event + 7, sentence.size()); i++) {
            if (sentence.isAt(i, Tag.OR)) {
                return sentence.isAt(i + 1, Tag.mask(Tag.W, Tag.DONE, Tag.DOES, Tag.BLOCK, Tag.ADV))
                        && !sentence.isAt(i + 2, Tag.mask(Tag.PEOPLE, Tag.HOUSEHOLD, Tag.CROWD));
            }
            if (!sentence.isAt(i, Tag.mask(Tag.W, Tag.COMMA, Tag.DONE, Tag.BLOCK, Tag.ADV))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isDenied(Case fitted) {
        Sentence sentence = fitted.sentence();
        return sentence.any(fitted.fit().first(), fitted.fit().last() + 1, Tag.NEG.bit())
                || sentence.isAt(fitted.fit().first() - 1, Tag.NEG);
    }

    /** "assisted 3,000 refugees", "250 displaced people were assisted", "food for 4,000 displaced people". */
    private static boolean isHelped(Case fitted) {
        Sentence sentence = fitted.sentence();
        int anchor = fitted.anchor();
        if (blockedFrom(sentence, anchor)) {
            return true;
        }
        int at = Math.max(anchor, fitted.fit().event()) + 1;
        if (sentence.isAt(at, Tag.LP)) {
            at += 3;
        }
        boolean passive = false;
        for (int i = at; i < Math.min(at + 8, sentence.size()); i++) {
            passive |= sentence.isAt(i, Tag.mask(Tag.AUX, Tag.HAVE));
            if (sentence.isAt(i, Tag.BLOCK)) {
                return passive || i == at;
            }
            if (sentence.isAt(i, Tag.mask(Tag.COMMA, Tag.AND, Tag.STOP, Tag.SEMI, Tag.DONE, Tag.DOES))) {
                return false;
            }
        }
        return false;
    }

    private static boolean blockedFrom(Sentence sentence, int anchor) {
        for (int i = anchor - 1; i >= Math.max(0, anchor - 6); i--) {
            if (sentence.isAt(i, Tag.BLOCK)) {
                return true;
            }
            boolean near = i >= anchor - 2;
            if (sentence.isAt(i, Tag.mask(Tag.STOP, Tag.SEMI, Tag.DONE, Tag.DOES, Tag.HITS, Tag.REL))
                    || (sentence.isAt(i, Tag.mask(Tag.COMMA, Tag.AND)) && !near)) {
                return false;
            }
            boolean given = sentence.isAt(i, Tag.mask(Tag.PREP, Tag.TO))
                    && near
                    && sentence.any(i - 4, i, Tag.mask(Tag.AID, Tag.BLOCK, Tag.SPENT));
            if (given && (sentence.form(i).equals("for") || sentence.form(i).equals("to"))) {
                return true;
            }
        }
        return false;
    }
}
