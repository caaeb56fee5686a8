package org.tocsin.figure;

import java.math.BigDecimal;

/** One statement that a quantity had a value for a place and a population over a period. */
public record Figure(SeriesKey series, SourceRecord record, Statement statement, Provenance provenance) {
    /** More people than this cannot be meant. */
    private static final BigDecimal MOST_PEOPLE = new BigDecimal("10000000000");

    public Figure {
        Unit unit = series.line().measure().unit();
        BigDecimal value = statement.quantity().value();
        if (unit != Unit.USD && value != null && value.compareTo(MOST_PEOPLE) > 0) {
            throw new InvalidFigureException("value", "is absurd: " + value + " " + unit.code());
        }
        boolean isOfOneDay = series.line().measure().kind() == Kind.STOCK
                && !series.line().measure().metric().holdsForPeriod();
        if (isOfOneDay && statement.period().days() != 1) {
            throw new InvalidFigureException("period", "a stock is as of one day, not " + statement.period());
        }
    }

    public Metric metric() {
        return series.line().measure().metric();
    }
}
