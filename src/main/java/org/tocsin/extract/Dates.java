package org.tocsin.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads dates as far as they are told; what lacks a year is the last such day or month up to the document's date. */
final class Dates {
    private static final Set<String> FILLERS = Set.of("de", "of", "del", "er", ",", ".", "st", "nd", "rd", "th");

    private final @Nullable LocalDate today;

    Dates(@Nullable LocalDate today) {
        this.today = today;
    }

    /** A date and the tokens that name it. */
    record Mention(int from, int to, PartialDate date) {}

    List<Mention> mentions(List<Token> tokens) {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Mention mention = mention(tokens, at);
            if (mention != null) {
                mentions.add(mention);
            }
            at = mention == null ? at + 1 : mention.to();
        }
        return mentions;
    }

    private @Nullable Mention mention(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        int day = day(token);
        if (day > 0) {
            int month = next(tokens, at + 1);
            if (month < tokens.size() && Months.month(tokens.get(month).form()) > 0) {
                return dated(
                        tokens, at, month + 1, Months.month(tokens.get(month).form()), day);
            }
        }
        int month = token.isWord() ? Months.month(token.form()) : 0;
        if (month > 0 && (token.shape() == Token.Shape.CAPITAL || token.form().length() > 3)) {
            int behind = next(tokens, at + 1);
            int dayBehind = behind < tokens.size() && behind <= at + 2 ? day(tokens.get(behind)) : 0;
            return dayBehind > 0
                    ? dated(tokens, at, behind + 1, month, dayBehind)
                    : dated(tokens, at, at + 1, month, 0);
        }
        int year = Years.year(token);
        if (year > 0) {
            return new Mention(at, at + 1, PartialDate.ofYear(year));
        }
        int weekday = token.isWord() ? Months.weekday(token.form()) : 0;
        return weekday > 0 && today != null ? new Mention(at, at + 1, PartialDate.of(last(weekday))) : null;
    }

    private @Nullable Mention dated(List<Token> tokens, int from, int end, int month, int day) {
        int yearAt = next(tokens, end);
        int year = yearAt < tokens.size() ? Years.year(tokens.get(yearAt)) : 0;
        int to = year > 0 ? yearAt + 1 : end;
        if (year == 0 && today != null) {
            boolean later =
                    month > today.getMonthValue() || (month == today.getMonthValue() && day > today.getDayOfMonth());
            year = later ? today.getYear() - 1 : today.getYear();
        }
        if (year == 0) {
            return null;
        }
        try {
            return new Mention(from, to, new PartialDate(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return new Mention(from, to, new PartialDate(year, month, 0));
        }
    }

    private LocalDate last(int weekday) {
        LocalDate date = today == null ? LocalDate.EPOCH : today;
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)));
    }

    private static int next(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size()
                && at < from + 2
                && FILLERS.contains(tokens.get(at).form())) {
            at++;
        }
        return at;
    }

    private static int day(Token token) {
        boolean short2 = token.isNumeral() && token.form().length() <= 2;
        int day =
                short2 && token.form().chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(token.form()) : 0;
        return day <= 31 ? day : 0;
    }
}
