package org.tocsin.extract;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settles what a rule leaves open: whether the metric can count such a thing, who is counted, and whether a move was new or crossed a border. */
final class Meanings {
    private static final BigDecimal LEAST_APPEAL = BigDecimal.valueOf(10_000);
    private static final int BRACKET = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Borders borders;

    Meanings(Borders borders) {
        this.borders = borders;
    }

    boolean canCount(Symbol quantity, ToldMetric metric) {
        Quantity amount = Objects.requireNonNull(quantity.quantity());
        if (metric.isFunding()) {
            return amount.isMoney() ? isAppeal(amount) : amount.isPercent() && isShare(amount);
        }
        if (metric == ToldMetric.CHANGE_PCT) {
            return amount.isPercent();
        }
        if (amount.isMoney() || amount.isPercent() || (amount.isOne() && quantity.has(Tag.QB))) {
            return false;
        }
        boolean aboutLives = metric == ToldMetric.REFUGEES
                || metric == ToldMetric.KILLED
                || metric == ToldMetric.INJURED
                || metric == ToldMetric.MISSING;
        return quantity.has(Tag.QP) || quantity.has(Tag.QB) || aboutLives;
    }

    private static boolean isAppeal(Quantity amount) {
        BigDecimal least = amount.value() == null ? amount.low() : amount.value();
        return least != null && least.compareTo(LEAST_APPEAL) >= 0 && !amount.vague();
    }

    private static boolean isShare(Quantity amount) {
        return amount.value() == null || amount.value().compareTo(HUNDRED) <= 0;
    }

    Finding.Meaning of(Sentence sentence, int anchor, Rule rule, Rule.Fit fit, ToldMetric metric) {
        if (rule.name().startsWith("change")) {
            boolean fell = sentence.any(fit.first(), fit.last() + 1, Tag.FALL.bit())
                    && !sentence.any(fit.first(), fit.last() + 1, Tag.RISE.bit());
            ToldMetric changed = Objects.requireNonNull(Finder.named(sentence, anchor, fit), "a change of nothing");
            Change change = new Change(changed, fell ? Change.Direction.DECREASE : Change.Direction.INCREASE);
            return new Finding.Meaning(ToldMetric.CHANGE_PCT, populationWithin(sentence, fit), change);
        }
        ToldMetric settled = settled(sentence, anchor, fit, metric);
        return new Finding.Meaning(settled, settled.isFunding() ? null : who(sentence, anchor, settled), null);
    }

    private ToldMetric settled(Sentence sentence, int anchor, Rule.Fit fit, ToldMetric metric) {
        if (metric != ToldMetric.DISPLACED) {
            return metric;
        }
        Symbol quantity = sentence.at(anchor);
        if (ToldMetric.REFUGEES.code().equals(quantity.value(Tag.CROWD))) {
            return ToldMetric.REFUGEES;
        }
        int event = fit.event();
        if (event >= 0 && borders.isCrossed(sentence, event)) {
            return ToldMetric.REFUGEES;
        }
        boolean isNew = quantity.has(Tag.NEW) || (event > 0 && sentence.isAt(event - 1, Tag.NEW));
        return isNew ? ToldMetric.DISPLACED_NEW : metric;
    }

    /** Who is counted, said beside the number or before the bracket that it stands in: "civilian casualties (2 deaths, 3 injured)". */
    private static @Nullable ToldPopulation who(Sentence sentence, int anchor, ToldMetric metric) {
        ToldPopulation own = population(sentence.at(anchor), metric);
        for (int i = anchor - 1; own == null && i > Math.max(0, anchor - BRACKET); i--) {
            if (sentence.isAt(i, Tag.LP)) {
                return sentence.isAt(i - 1, Tag.QO) ? population(sentence.at(i - 1), metric) : null;
            }
            if (sentence.isAt(i, Tag.mask(Tag.RP, Tag.STOP))) {
                return null;
            }
        }
        return own;
    }

    private static @Nullable ToldPopulation populationWithin(Sentence sentence, Rule.Fit fit) {
        for (int i = fit.first(); i <= fit.last(); i++) {
            String named = sentence.at(i).value(Tag.PEOPLE);
            if (named != null && !named.isEmpty()) {
                return ToldPopulation.of(named);
            }
        }
        return null;
    }

    /** Who the quantity's noun names; a metric that says it already (displaced people) names nobody more. */
    static @Nullable ToldPopulation population(Symbol quantity, ToldMetric metric) {
        for (Sense sense : quantity.senses()) {
            if (sense.tag() == Tag.PEOPLE && !sense.value().isEmpty()) {
                return ToldPopulation.of(sense.value());
            }
        }
        String crowd = quantity.value(Tag.CROWD);
        if (crowd == null || metric == ToldMetric.RETURNEES || crowd.equals(metric.code())) {
            return null;
        }
        return switch (crowd) {
            case "refugees" -> ToldPopulation.REFUGEES;
            case "displaced", "displaced_new" ->
                metric == ToldMetric.DISPLACED || metric == ToldMetric.DISPLACED_NEW ? null : ToldPopulation.IDPS;
            case "returnees" -> ToldPopulation.RETURNEES;
            default -> null;
        };
    }
}
