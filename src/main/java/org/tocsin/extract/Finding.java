package org.tocsin.extract;

import org.jspecify.annotations.Nullable;

/**
 * A quantity that a rule gave a metric, before time, place and source are known.
 *
 * @param anchor symbol of the quantity
 * @param fit the words that prove it
 * @param parent the statement this one is a part of
 */
record Finding(
        Sentence sentence,
        int anchor,
        Rule rule,
        Rule.Fit fit,
        Meaning meaning,
        @Nullable Finding parent) {
    /** What was understood; the change is present for percent changes alone. */
    record Meaning(
            ToldMetric metric,
            @Nullable ToldPopulation population,
            @Nullable Change change) {}

    ToldMetric metric() {
        return meaning.metric();
    }

    @Nullable
    ToldPopulation population() {
        return meaning.population();
    }

    Symbol symbol() {
        return sentence.at(anchor);
    }

    Quantity quantity() {
        Quantity quantity = symbol().quantity();
        if (quantity == null) {
            throw new IllegalStateException("finding without a quantity in: " + sentence.start(anchor));
        }
        return quantity;
    }

    /** Offsets in the page of all the words it rests on. */
    int start() {
        return sentence.start(fit.first());
    }

    int end() {
        return sentence.end(fit.last());
    }
}
