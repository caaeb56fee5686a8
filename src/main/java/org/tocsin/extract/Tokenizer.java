package org.tocsin.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text into words, numerals and marks in one pass; a numeral keeps the marks inside it, whatever they will turn out to mean. */
final class Tokenizer {
    private static final int LONGEST_WORD = 60;

    private Tokenizer() {}

    static List<Token> tokens(String text) {
        return tokens(text, 0, text.length());
    }

    static List<Token> tokens(String text, int from, int to) {
        List<Token> tokens = new ArrayList<>((to - from) / 5 + 4);
        int at = from;
        int lastEnd = -1;
        while (at < to) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
                continue;
            }
            Token token = token(text, at, to, lastEnd == at);
            tokens.add(token);
            at = token.end();
            lastEnd = at;
        }
        return tokens;
    }

    private static Token token(String text, int at, int to, boolean glued) {
        char c = text.charAt(at);
        if (isDigit(c)) {
            int end = numeralEnd(text, at, to);
            return new Token(at, end, text.substring(at, end), Token.Shape.NUMERAL, glued);
        }
        if (Character.isLetter(c)) {
            int end = at + 1;
            while (end < to && end - at < LONGEST_WORD && isInner(text.charAt(end))) {
                end++;
            }
            Token.Shape shape = Character.isUpperCase(c) ? Token.Shape.CAPITAL : Token.Shape.WORD;
            return new Token(at, end, fold(text.substring(at, end)), shape, glued);
        }
        return new Token(at, at + 1, String.valueOf(plain(c)), Token.Shape.MARK, glued);
    }

    private static int numeralEnd(String text, int at, int to) {
        int end = at + 1;
        while (end < to) {
            char c = text.charAt(end);
            boolean joins =
                    (c == ',' || c == '.' || c == '\'' || c == '’') && end + 1 < to && isDigit(text.charAt(end + 1));
            if (!isDigit(c) && !joins) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isInner(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '\u00AD';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\u3000' || c == '\u200B';
    }

    private static char plain(char c) {
        return switch (c) {
            case '’', '‘', '`', '´', 'ʼ' -> '\'';
            case '“', '”', '«', '»' -> '"';
            case '–', '—', '‒', '−', '‐', '‑' -> '-';
            case '…' -> '.';
            default -> c;
        };
    }

    /** Small letters without accents, so that "Déplacés", "déplacés" and "deplaces" are one word. */
    static String fold(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            if (small.charAt(i) > 127) {
                return Normalizer.normalize(small, Normalizer.Form.NFD)
                        .codePoints()
                        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK && point != 0xAD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .replace("œ", "oe");
            }
        }
        return small;
    }
}
