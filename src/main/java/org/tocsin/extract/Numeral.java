package org.tocsin.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tells whether the marks inside a numeral part thousands or decimals. */
final class Numeral {
    private static final int LONGEST = 16;

    private Numeral() {}

    /**
     * The numeral's value; absent for what is no number, such as a version or a date with points.
     *
     * @param decimalMark the language's own where "million" or the like follows, so that three digits behind it are decimals; else a blank
     */
    static @Nullable BigDecimal value(String form, char decimalMark) {
        if (form.length() > LONGEST) {
            return null;
        }
        String plain = form.replace('’', '\'');
        int marks =
                (int) plain.chars().filter(c -> !Tokenizer.isDigit((char) c)).count();
        if (marks == 0) {
            return new BigDecimal(plain);
        }
        String[] groups = plain.split("[.,']", -1);
        String last = groups[groups.length - 1];
        boolean grouped = groups[0].length() <= 3 && !groups[0].startsWith("0") && threes(groups, groups.length);
        if (grouped && (marks > 1 || plain.charAt(groups[0].length()) != decimalMark)) {
            return new BigDecimal(String.join("", groups));
        }
        if (marks == 1) {
            return new BigDecimal(groups[0] + "." + last);
        }
        boolean decimalsBehindGroups = threes(groups, groups.length - 1)
                && plain.charAt(plain.length() - last.length() - 1) != plain.charAt(groups[0].length());
        return decimalsBehindGroups
                ? new BigDecimal(String.join("", java.util.Arrays.copyOf(groups, groups.length - 1)) + "." + last)
                : null;
    }

    private static boolean threes(String[] groups, int until) {
        for (int i = 1; i < until; i++) {
            if (groups[i].length() != 3) {
                return false;
            }
        }
        return true;
    }
}
