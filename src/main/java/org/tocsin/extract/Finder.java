package org.tocsin.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries the rules on each quantity of a sentence; the first that fits decides, also when it decides that nothing is told. */
final class Finder {
    private static final long COUNTING = Tag.mask(Tag.QP, Tag.QB, Tag.QU, Tag.QM, Tag.QX);
    private static final long EVENTS = Tag.mask(Tag.DONE, Tag.DOES, Tag.HITS, Tag.CROWD, Tag.TALLY, Tag.NEEDS);

    /** What a noun such as "deaths" or "blessés" names is not changed by the verb beside it. */
    private static final Set<String> FATES = Set.of("killed", "injured", "missing");

    private final List<Rule> rules;
    private final Vetoes vetoes = new Vetoes();
    private final Meanings meanings;
    private final Parts parts = new Parts();

    Finder(RuleBook book, Borders borders) {
        this.rules = book.rules();
        this.meanings = new Meanings(borders);
    }

    List<Finding> find(Sentence sentence, Context context) {
        List<Finding> found = new ArrayList<>();
        if (!sentence.any(0, sentence.size(), COUNTING)) {
            return found;
        }
        for (int anchor = 0; anchor < sentence.size(); anchor++) {
            if (!sentence.isAt(anchor, COUNTING)) {
                continue;
            }
            Finding finding = parts.find(sentence, anchor, found, context);
            finding = finding != null ? finding : tell(sentence, anchor, context);
            if (finding != null) {
                found.add(finding);
            }
        }
        return parts.completed(sentence, found, context);
    }

    private @Nullable Finding tell(Sentence sentence, int anchor, Context context) {
        for (Rule rule : rules) {
            Rule.Fit fit = rule.fit(sentence, anchor);
            if (fit == null) {
                continue;
            }
            if (rule.confidence() == 0) {
                return null;
            }
            ToldMetric metric = metric(sentence, anchor, rule, fit);
            if (metric == null || !meanings.canCount(sentence.at(anchor), metric)) {
                continue;
            }
            if (vetoes.reason(new Vetoes.Case(sentence, anchor, rule, fit, metric), context) != null) {
                return null;
            }
            return new Finding(sentence, anchor, rule, fit, meanings.of(sentence, anchor, rule, fit, metric), null);
        }
        return null;
    }

    private static @Nullable ToldMetric metric(Sentence sentence, int anchor, Rule rule, Rule.Fit fit) {
        ToldMetric named = rule.metric();
        if (named == ToldMetric.CHANGE_PCT) {
            return named(sentence, anchor, fit) == null ? null : named;
        }
        return named == null ? named(sentence, anchor, fit) : named;
    }

    /** What the event word beside a number is about, or the number's own noun. */
    static @Nullable ToldMetric named(Sentence sentence, int anchor, Rule.Fit fit) {
        Symbol quantity = sentence.at(anchor);
        String crowd = quantity.value(Tag.CROWD);
        boolean saysItself = crowd != null && FATES.contains(crowd);
        Symbol named = saysItself || fit.event() < 0 ? quantity : sentence.at(fit.event());
        for (Sense sense : named.senses()) {
            if ((sense.tag().bit() & EVENTS) != 0 && !sense.value().isEmpty()) {
                return ToldMetric.of(sense.value());
            }
        }
        return null;
    }
}
