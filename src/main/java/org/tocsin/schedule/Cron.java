package org.tocsin.schedule;

import java.text.ParseException;
import org.quartz.CronExpression;

/**
 * When a task is due, in UTC, as Quartz writes it: {@code second minute hour day-of-month month day-of-week [year]}, for
 * example {@code 0 15 3 * * ?} for a quarter past three each day.
 */
public record Cron(String expression) {
    private static final int LONGEST = 120;

    /** @throws IllegalArgumentException if Quartz cannot read the expression, with the expression and why */
    public Cron {
        expression = expression.strip();
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException(refusal(expression, "it is longer than " + LONGEST + " characters"));
        }
        try {
            CronExpression.validateExpression(expression);
        } catch (ParseException e) {
            throw new IllegalArgumentException(refusal(expression, String.valueOf(e.getMessage())), e);
        }
    }

    /** The creator that Jackson finds by its name, so that a schedule is a plain string in config.yml. */
    public static Cron valueOf(String expression) {
        return new Cron(expression);
    }

    /**
     * The schedule that a setting holds.
     *
     * @param key the path of the setting, for example {@code sources[2].schedule}
     * @throws IllegalArgumentException if the value is no schedule; the message begins with the key
     */
    public static Cron of(String key, String expression) {
        try {
            return new Cron(expression);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return expression;
    }

    private static String refusal(String expression, String why) {
        return "'" + expression
                + "' is not a schedule: second minute hour day-of-month month day-of-week, one of the days a '?'; "
                + why;
    }
}
