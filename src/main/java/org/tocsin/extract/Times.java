package org.tocsin.extract;

import java.util.List;
import java.util.Set;

/** Finds the time of a statement among the dates its sentence names: a start, a period, an as-of day or the day it happened. */
final class Times {
    private static final Set<String> SINCE = Set.of("since", "depuis", "desde");
    private static final Set<String> OPEN = Set.of("between", "from", "entre", "du", "de");
    private static final Set<String> CLOSE = Set.of("and", "to", "et", "y", "au", "a", "al", "-", "through", "until");
    private static final Set<String> AS_OF = Set.of("of", "au", "al", "at");
    private static final int BACK = 4;

    /** The time, and what it says about how the number counts. */
    record Told(When when, boolean cumulative, boolean stock) {}

    Told of(Finding finding, Context context) {
        List<Token> tokens = finding.sentence().tokens();
        List<Dates.Mention> dates = new Dates(context.article().date()).mentions(tokens);
        boolean stock = StockWords.holds(finding);
        for (int i = 0; i < dates.size(); i++) {
            Dates.Mention date = dates.get(i);
            if (preceded(tokens, date.from(), SINCE)) {
                return new Told(new When(date.date(), null, null), true, false);
            }
            boolean period = i + 1 < dates.size()
                    && preceded(tokens, date.from(), OPEN)
                    && joined(tokens, date.to(), dates.get(i + 1).from());
            if (period) {
                return new Told(new When(date.date(), dates.get(i + 1).date(), null), true, false);
            }
        }
        if (dates.isEmpty()) {
            return new Told(When.UNTOLD, SinceWords.opens(tokens), stock);
        }
        return single(finding, tokens, dates, stock);
    }

    private static Told single(Finding finding, List<Token> tokens, List<Dates.Mention> dates, boolean stock) {
        Dates.Mention nearest = dates.get(0);
        for (Dates.Mention date : dates) {
            int distance = Math.abs(date.from() - finding.symbol().from());
            nearest = distance < Math.abs(nearest.from() - finding.symbol().from()) ? date : nearest;
        }
        boolean asOf = nearest.from() > 1
                && AS_OF.contains(tokens.get(nearest.from() - 1).form())
                && (tokens.get(nearest.from() - 2).is("as")
                        || !tokens.get(nearest.from() - 1).is("of"));
        if (asOf || stock || finding.metric().isFunding()) {
            return new Told(new When(null, null, nearest.date()), false, stock);
        }
        return new Told(new When(nearest.date(), nearest.date(), null), false, false);
    }

    private static boolean preceded(List<Token> tokens, int at, Set<String> words) {
        for (int i = at - 1; i >= Math.max(0, at - BACK); i--) {
            if (words.contains(tokens.get(i).form())) {
                return true;
            }
            if (!tokens.get(i).isWord()) {
                return false;
            }
        }
        return false;
    }

    private static boolean joined(List<Token> tokens, int end, int next) {
        for (int i = end; i < next; i++) {
            if (CLOSE.contains(tokens.get(i).form())) {
                return next - end < BACK;
            }
        }
        return false;
    }
}
