package org.tocsin.detect.method;

import org.jspecify.annotations.Nullable;

/**
 * Which earlier values Farrington's method is fitted on: windows around the same time in earlier years and, if the year is cut
 * into several periods, those between them. Noufaily et al. 2013, as in R surveillance.
 *
 * @param years how many years to go back; b in R
 * @param halfWindow how many values on either side of the same time in an earlier year; w in R
 * @param periods into how many periods the year is cut; noPeriods in R, 1: only the windows are used
 * @param pastLeftOut how many values before the judged one are not used; pastWeeksNotIncluded in R
 */
public record Reference(int years, int halfWindow, int periods, int pastLeftOut) {
    public Reference {
        if (years < 1 || halfWindow < 0 || periods < 1 || pastLeftOut < 0) {
            throw new IllegalArgumentException("b: at least one year, one period and no negative number are needed: "
                    + years + ", " + halfWindow + ", " + periods + ", " + pastLeftOut);
        }
    }

    /** One row per value: 1, which period but the last it lies in, its time; and the value. */
    static final class Rows {
        final double[][] withTime;
        final double[][] withoutTime;
        final double[] response;

        private Rows(int count) {
            withTime = new double[count][];
            withoutTime = new double[count][];
            response = new double[count];
        }
    }

    /** How many values before the judged one must exist. */
    public int reach(int perYear) {
        return years * perYear + halfWindow;
    }

    /** Null if the series does not reach back far enough, or the year cannot be cut into so many periods. */
    @Nullable
    Rows rows(double[] values, int at, int perYear) {
        int between = perYear - 2 * halfWindow - 1;
        if (at < reach(perYear) || between < Math.max(0, periods - 1)) {
            return null;
        }
        int first = at - reach(perYear);
        int[] period = new int[at - first];
        for (int i = first; i < at; i++) {
            period[i - first] = i >= at - pastLeftOut || Double.isNaN(values[i]) ? 0 : period(at - i, perYear, between);
        }
        int count =
                (int) java.util.Arrays.stream(period).filter(each -> each > 0).count();
        Rows rows = new Rows(count);
        int row = 0;
        for (int i = first; i < at; i++) {
            if (period[i - first] > 0) {
                rows.withTime[row] = row(period[i - first], i + 1 - at, true);
                rows.withoutTime[row] = row(period[i - first], 0, false);
                rows.response[row++] = values[i];
            }
        }
        return rows;
    }

    /** The row of the judged value itself. */
    double[] judged(boolean withTime) {
        return row(periods, 1, withTime);
    }

    /** The period with the judged time of year is the last one and has no column of its own: all that is told is of it. */
    private double[] row(int period, int time, boolean withTime) {
        double[] row = new double[periods + (withTime ? 1 : 0)];
        row[0] = 1;
        if (period < periods) {
            row[period] = 1;
        }
        if (withTime) {
            row[periods] = time;
        }
        return row;
    }

    /** Of a value so many before the judged one: the last is around the judged time of year, 0 is none. */
    private int period(int back, int perYear, int between) {
        int year = (back + perYear - halfWindow - 1) / perYear;
        int intoBlock = year * perYear - back - halfWindow - 1;
        if (back <= halfWindow || intoBlock < 0 || intoBlock >= between) {
            return periods;
        }
        if (periods == 1) {
            return 0;
        }
        int length = between / (periods - 1);
        int longer = between % (periods - 1);
        int inLonger = longer * (length + 1);
        return intoBlock < inLonger ? intoBlock / (length + 1) + 1 : (intoBlock - inLonger) / length + longer + 1;
    }
}
