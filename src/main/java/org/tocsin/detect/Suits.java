package org.tocsin.detect;

/**
 * What a detector can be used for; checked when a rule is saved.
 *
 * @param stocks whether it can judge a stock
 * @param statements whether it can judge statements one by one, rather than calendar windows
 */
public record Suits(boolean stocks, boolean statements, Floor floor) {
    /** Whether a rule must, may or cannot say below which value nothing fires. */
    public enum Floor {
        NEEDED,
        ALLOWED,
        MEANINGLESS
    }

    static final Suits ANYTHING = new Suits(true, true, Floor.ALLOWED);
    /** What adds up or scatters as counts do, with enough of a history to tell chance from news. */
    static final Suits COUNTS = new Suits(false, false, Floor.NEEDED);
    /** What is judged is not in the unit of the metric. */
    static final Suits RATIOS = new Suits(true, false, Floor.MEANINGLESS);

    /** What both can be used for. */
    Suits and(Suits other) {
        Floor stricter = floor == Floor.MEANINGLESS || other.floor == Floor.MEANINGLESS
                ? Floor.MEANINGLESS
                : floor == Floor.NEEDED || other.floor == Floor.NEEDED ? Floor.NEEDED : Floor.ALLOWED;
        return new Suits(stocks && other.stocks, statements && other.statements, stricter);
    }
}
