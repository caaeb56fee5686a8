package org.tocsin.extract;

/**
 * One word, numeral or mark.
 *
 * @param form small letters without accents, for a look into the lexicons
 * @param glued whether nothing stands between it and the token before
 */
record Token(int start, int end, String form, Shape shape, boolean glued) {
    enum Shape {
        WORD,
        CAPITAL,
        NUMERAL,
        MARK
    }

    boolean is(String expected) {
        return form.equals(expected);
    }

    boolean isWord() {
        return shape == Shape.WORD || shape == Shape.CAPITAL;
    }

    boolean isNumeral() {
        return shape == Shape.NUMERAL;
    }
}
