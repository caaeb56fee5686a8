package org.tocsin.extract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Qualifier;

/** Reads a whole quantity: hedges, a number, a range or a magnitude, and the currency or percent sign that belongs to it. */
final class QuantityReader {
    private static final int MOST_HEDGES = 4;

    private final Lexicon lexicon;
    private final NumberReader numbers;

    QuantityReader(Lexicon lexicon, Language language) {
        this.lexicon = lexicon;
        this.numbers = new NumberReader(lexicon, language);
    }

    /** A quantity, where its hedges start and where it ends. */
    record Found(Quantity quantity, int numberStart, int end) {}

    /** A quantity that starts at this token, hedges first; absent where there is none. */
    @Nullable
    Found read(List<Token> tokens, int from) {
        int at = from;
        Qualifier hedge = Qualifier.EXACT;
        for (int i = 0; i < MOST_HEDGES; i++) {
            Lexicon.Found word = at < tokens.size() ? lexicon.longest(tokens, at, Tag.QUALIFIER) : null;
            if (word == null) {
                break;
            }
            hedge = stronger(hedge, word.value());
            at = word.end();
        }
        Found bare = bare(tokens, at);
        if (bare == null) {
            return null;
        }
        Lexicon.Found after = bare.end() < tokens.size() ? lexicon.longest(tokens, bare.end(), Tag.QUALIFIED) : null;
        if (after != null) {
            hedge = stronger(hedge, after.value());
            bare = new Found(bare.quantity(), bare.numberStart(), after.end());
        }
        Qualifier own = bare.quantity().qualifier();
        return new Found(bare.quantity().with(hedge == Qualifier.EXACT ? own : hedge), bare.numberStart(), bare.end());
    }

    private @Nullable Found bare(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return null;
        }
        Found range = between(tokens, at);
        if (range != null) {
            return range;
        }
        Found magnitude = magnitude(tokens, at);
        if (magnitude != null) {
            return magnitude;
        }
        Lexicon.Found share = lexicon.longest(tokens, at, Tag.SHARE);
        if (share != null) {
            Found third = found(new BigDecimal(share.value()), at, share.end());
            return new Found(third.quantity().in(Quantity.PERCENT), at, share.end());
        }
        Lexicon.Found currency = lexicon.longest(tokens, at, Tag.CURRENCY);
        int start = currency == null ? at : currency.end();
        NumberReader.Numbered number = numbers.read(tokens, start);
        if (number == null || isNoQuantity(tokens, start, number, currency != null)) {
            return null;
        }
        Found ranged = ranged(tokens, start, number);
        Found plain = ranged != null ? ranged : found(number.value(), start, number.end());
        return united(tokens, plain, currency == null ? "" : currency.value());
    }

    /** "between 30,000 and 40,000". */
    private @Nullable Found between(List<Token> tokens, int at) {
        Lexicon.Found word = lexicon.longest(tokens, at, Tag.BETWEEN);
        NumberReader.Numbered low = word == null ? null : numbers.read(tokens, word.end());
        if (word == null || low == null || low.end() >= tokens.size()) {
            return null;
        }
        Token middle = tokens.get(low.end());
        boolean and = middle.is("and") || middle.is("et") || middle.is("y") || middle.is("to") || middle.is("a");
        NumberReader.Numbered high = and ? numbers.read(tokens, low.end() + 1) : null;
        return high == null ? null : range(tokens, word.end(), low, high);
    }

    /** "50-70 people", "500 to 700", "30 000 à 40 000". */
    private @Nullable Found ranged(List<Token> tokens, int start, NumberReader.Numbered low) {
        if (low.end() >= tokens.size() || (start > 0 && opensAChange(tokens.get(start - 1)))) {
            return null;
        }
        Token middle = tokens.get(low.end());
        if (!middle.is("-") && !middle.is("to") && !middle.is("a")) {
            return null;
        }
        NumberReader.Numbered high = numbers.read(tokens, low.end() + 1);
        boolean glued = middle.is("-")
                && high != null
                && high.end() < tokens.size()
                && tokens.get(high.end()).is("-");
        return high == null || glued ? null : range(tokens, start, low, high);
    }

    private static boolean opensAChange(Token token) {
        return token.is("from") || token.is("de") || token.is("desde");
    }

    private @Nullable Found range(
            List<Token> tokens, int start, NumberReader.Numbered low, NumberReader.Numbered high) {
        BigDecimal least = low.value();
        if (high.scaled() && !low.scaled() && least.compareTo(BigDecimal.valueOf(1000)) < 0) {
            Lexicon.Found scale = lexicon.longest(tokens, high.end() - 1, Tag.SCALE);
            least = scale == null ? least : least.multiply(new BigDecimal(scale.value()));
        }
        if (least.compareTo(high.value()) >= 0 || (isYear(low) && isYear(high))) {
            return null;
        }
        Quantity quantity = new Quantity(null, least, high.value(), false, Qualifier.ABOUT, "");
        return united(tokens, new Found(quantity, start, high.end()), "");
    }

    private @Nullable Found magnitude(List<Token> tokens, int at) {
        Lexicon.Found word = lexicon.longest(tokens, at, Tag.VAGUE);
        if (word == null) {
            return null;
        }
        String[] ends = word.value().split("-", -1);
        Quantity quantity =
                new Quantity(null, new BigDecimal(ends[0]), new BigDecimal(ends[1]), true, Qualifier.ABOUT, "");
        return united(tokens, new Found(quantity, at, word.end()), "");
    }

    private static Found found(BigDecimal value, int start, int end) {
        return new Found(new Quantity(value, null, null, false, Qualifier.EXACT, ""), start, end);
    }

    private Found united(List<Token> tokens, Found found, String currency) {
        if (found.end() < tokens.size()) {
            Lexicon.Found percent = lexicon.longest(tokens, found.end(), Tag.PERCENT);
            if (percent != null) {
                return new Found(found.quantity().in(Quantity.PERCENT), found.numberStart(), percent.end());
            }
            Lexicon.Found behind = currency.isEmpty() ? lexicon.longest(tokens, found.end(), Tag.CURRENCY) : null;
            if (behind != null) {
                return new Found(found.quantity().in(behind.value()), found.numberStart(), behind.end());
            }
        }
        return currency.isEmpty() ? found : new Found(found.quantity().in(currency), found.numberStart(), found.end());
    }

    /** Dates, times, ages, names with numbers and compounds such as "12-member" count nothing. */
    private boolean isNoQuantity(List<Token> tokens, int start, NumberReader.Numbered number, boolean money) {
        if (!number.digits()) {
            return false;
        }
        Token first = tokens.get(start);
        boolean gluedToWord = first.glued() && start > 0 && !money && gluesAName(tokens.get(start - 1));
        if (gluedToWord || number.end() >= tokens.size()) {
            return gluedToWord;
        }
        Token next = tokens.get(number.end());
        boolean compound = next.glued()
                && next.is("-")
                && number.end() + 1 < tokens.size()
                && tokens.get(number.end() + 1).glued()
                && tokens.get(number.end() + 1).isWord();
        boolean clock = next.glued() && (next.is(":") || next.is("/")) && followsNumeral(tokens, number.end());
        boolean unitGlued = next.glued() && next.isWord() && !number.scaled();
        return (compound && !money) || clock || unitGlued;
    }

    private static boolean gluesAName(Token before) {
        return before.isWord() || before.is("/") || before.is(":") || before.is("#") || before.is("-");
    }

    private static boolean followsNumeral(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at + 1).glued()
                && tokens.get(at + 1).isNumeral();
    }

    private static boolean isYear(NumberReader.Numbered number) {
        return number.digits()
                && !number.scaled()
                && number.value().compareTo(BigDecimal.valueOf(1900)) >= 0
                && number.value().compareTo(BigDecimal.valueOf(2100)) < 0;
    }

    /** A bound beats "about", which beats "estimated"; of two equals the first said stays. */
    private static Qualifier stronger(Qualifier have, String next) {
        Qualifier said = next.isEmpty() ? Qualifier.EXACT : Qualifier.of(next);
        return weight(said) > weight(have) ? said : have;
    }

    private static int weight(Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT -> 0;
            case ESTIMATED -> 1;
            case ABOUT -> 2;
            case AT_LEAST, MORE_THAN, NEARLY, UP_TO, FEWER_THAN -> 3;
        };
    }
}
