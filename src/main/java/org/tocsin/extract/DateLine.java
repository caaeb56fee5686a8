package org.tocsin.extract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the day out of a line such as "Updated 28 October 2024". */
final class DateLine {
    private DateLine() {}

    static @Nullable LocalDate date(String line) {
        List<Token> tokens = Tokenizer.tokens(line);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            int month = Months.month(tokens.get(i + 1).form());
            int other = Months.month(tokens.get(i).form());
            int year = Years.year(tokens.get(i + 2));
            if (month > 0 && year > 0) {
                return day(year, month, tokens.get(i).form());
            }
            int behindComma = i + 3 < tokens.size() ? Years.year(tokens.get(i + 3)) : 0;
            if (other > 0 && (year > 0 || behindComma > 0)) {
                return day(Math.max(year, behindComma), other, tokens.get(i + 1).form());
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(int year, int month, String day) {
        boolean digits = !day.isEmpty() && day.length() <= 2 && day.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(day) : 0;
        boolean fits =
                number > 0 && number <= java.time.YearMonth.of(year, month).lengthOfMonth();
        return fits ? LocalDate.of(year, month, number) : null;
    }
}
