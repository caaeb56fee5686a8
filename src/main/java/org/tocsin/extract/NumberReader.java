package org.tocsin.extract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one plain number from tokens: digits with any marks, number words, and both with a scale behind ("12.5 lakh", "52 mil 300"). */
final class NumberReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int LONGEST = 14;

    private final Lexicon lexicon;
    private final char decimalMark;

    NumberReader(Lexicon lexicon, Language language) {
        this.lexicon = lexicon;
        this.decimalMark = language.decimalMark();
    }

    /**
     * A number and where it ends.
     *
     * @param digits whether it was written with digits
     * @param scaled whether a word such as million made it great
     */
    record Numbered(BigDecimal value, int end, boolean digits, boolean scaled) {}

    @Nullable
    Numbered read(List<Token> tokens, int from) {
        return from >= tokens.size() ? null : tokens.get(from).isNumeral() ? digits(tokens, from) : words(tokens, from);
    }

    private @Nullable Numbered digits(List<Token> tokens, int from) {
        int end = groupsEnd(tokens, from);
        Lexicon.Found scale = scale(tokens, end);
        StringBuilder form = new StringBuilder(tokens.get(from).form());
        for (int i = from + 1; i < end; i++) {
            if (tokens.get(i).isNumeral()) {
                form.append(tokens.get(i).form());
            }
        }
        BigDecimal value = Numeral.value(form.toString(), scale != null ? decimalMark : ' ');
        if (value == null) {
            return null;
        }
        return scale == null ? new Numbered(value, end, true, false) : scaled(tokens, value, scale);
    }

    /** "17 300", "1, 000": further groups of three digits behind a blank belong to the number. */
    private static int groupsEnd(List<Token> tokens, int from) {
        int end = from + 1;
        if (tokens.get(from).form().length() > 3 || tokens.get(from).is("0")) {
            return end;
        }
        while (end < tokens.size() && end - from < LONGEST) {
            if (isGroup(tokens, end, from)) {
                end++;
            } else if (end == from + 1
                    && tokens.get(end).is(",")
                    && end + 1 < tokens.size()
                    && tokens.get(end + 1).is("000")) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isGroup(List<Token> tokens, int at, int from) {
        Token token = tokens.get(at);
        Token before = tokens.get(at - 1);
        return token.isNumeral()
                && token.form().length() == 3
                && token.start() == before.end() + 1
                && tokens.get(from).form().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A scale word, or a letter glued to the digits or standing behind them: 27m, 408 m, 5bn, 10k. */
    private Lexicon.@Nullable Found scale(List<Token> tokens, int at) {
        Lexicon.Found scale = at >= tokens.size() ? null : lexicon.longest(tokens, at, Tag.SCALE);
        return scale != null && tokens.get(at).form().length() == 1 && !isScaleLetter(tokens, at) ? null : scale;
    }

    /** A lone m is a metre unless it is a capital, money stands before or people behind. */
    private boolean isScaleLetter(List<Token> tokens, int at) {
        Token letter = tokens.get(at);
        if (letter.glued() && (letter.shape() == Token.Shape.CAPITAL || letter.is("k"))) {
            return true;
        }
        boolean money = at >= 2 && lexicon.longest(tokens, at - 2, Tag.CURRENCY) != null;
        return money || (at + 1 < tokens.size() && lexicon.longest(tokens, at + 1, Tag.PEOPLE) != null);
    }

    private Numbered scaled(List<Token> tokens, BigDecimal first, Lexicon.Found scale) {
        BigDecimal factor = new BigDecimal(scale.value());
        BigDecimal value = first.multiply(factor);
        int end = scale.end();
        Lexicon.Found second = scale(tokens, end);
        if (second != null) {
            value = value.multiply(new BigDecimal(second.value()));
            return new Numbered(value, second.end(), true, true);
        }
        if (end < tokens.size() && tokens.get(end).isNumeral() && factor.compareTo(THOUSAND) == 0) {
            BigDecimal rest = Numeral.value(tokens.get(end).form(), ' ');
            if (rest != null
                    && rest.compareTo(factor) < 0
                    && tokens.get(end).form().length() == 3) {
                return new Numbered(value.add(rest), end + 1, true, true);
            }
        }
        return new Numbered(value, end, true, true);
    }

    private @Nullable Numbered words(List<Token> tokens, int from) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        boolean scaled = false;
        int at = from;
        int end = from;
        while (at < tokens.size() && at - from < LONGEST) {
            Lexicon.Found scale = scaleWord(tokens, at, from);
            Lexicon.Found digit = scale == null ? lexicon.longest(tokens, at, Tag.DIGIT) : null;
            if (digit != null) {
                BigDecimal next = added(open, new BigDecimal(digit.value()));
                if (next == null) {
                    break;
                }
                open = next;
                end = digit.end();
            } else if (scale != null) {
                BigDecimal factor = new BigDecimal(scale.value());
                if (factor.compareTo(HUNDRED) == 0) {
                    open = open.max(BigDecimal.ONE).multiply(factor);
                } else {
                    total = total.add(open.max(BigDecimal.ONE).multiply(factor));
                    open = BigDecimal.ZERO;
                }
                scaled = true;
                end = scale.end();
            } else if (at == end && at > from && joins(tokens, at)) {
                at++;
                continue;
            } else {
                break;
            }
            at = end;
        }
        boolean beforeDigits = end < tokens.size() && tokens.get(end).isNumeral();
        return end == from || beforeDigits ? null : new Numbered(total.add(open), end, false, scaled);
    }

    /** "thousand" opens no number in English, "mil" and "cent" do in Spanish and French: the lexicon says so by {@code scale} and {@code digit}. */
    private Lexicon.@Nullable Found scaleWord(List<Token> tokens, int at, int from) {
        return at == from || tokens.get(at).form().length() < 3 ? null : lexicon.longest(tokens, at, Tag.SCALE);
    }

    /** "twenty" and "one" add up, "two" and "three" do not; quatre-vingt multiplies. */
    private static @Nullable BigDecimal added(BigDecimal open, BigDecimal next) {
        int have = open.remainder(HUNDRED).intValue();
        int more = next.intValue();
        if (open.signum() == 0) {
            return next;
        }
        if (have == 4 && more == 20) {
            return open.subtract(BigDecimal.valueOf(4)).add(BigDecimal.valueOf(80));
        }
        boolean tensAndOnes = have >= 20 && have % 10 == 0 && more < 20 && (more < 10 || have == 60 || have == 80);
        boolean hundreds = have == 0 && more < 100;
        boolean ten = have == 10 && more < 10;
        return tensAndOnes || hundreds || ten ? open.add(next) : null;
    }

    private static boolean joins(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return (token.is("-") && token.glued()) || token.is("and") || token.is("et") || token.is("y");
    }
}
