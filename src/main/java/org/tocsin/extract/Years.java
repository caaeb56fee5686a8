package org.tocsin.extract;

/** Recognises years among numerals. */
final class Years {
    private Years() {}

    /** 1900 to 2099, else 0. */
    static int year(Token token) {
        String form = token.form();
        boolean year = token.isNumeral()
                && form.length() == 4
                && (form.startsWith("19") || form.startsWith("20"))
                && form.chars().allMatch(c -> c >= '0' && c <= '9');
        return year ? Integer.parseInt(form) : 0;
    }

    /** The latest year a text names, 0 when it names none; years after a limit are plans and do not count. */
    static int latest(Iterable<Token> tokens) {
        int latest = 0;
        for (Token token : tokens) {
            int year = year(token);
            latest = year <= 2060 ? Math.max(latest, year) : latest;
        }
        return latest;
    }
}
