package org.tocsin.collect.dtm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.collect.Intake;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SourceRecord;

/**
 * Tells the rows of the operations that count, each once: IOM's tables hold some rows twice, under other ids.
 *
 * <p>Rows of one round, place, reason and origin that differ in their number are no repeats; which of them is meant nobody can know, so
 * the later ones are refused and not added.
 */
final class Rounds {
    private record Operation(String country, String name) {}

    private final Map<String, List<String>> counted;
    private final Map<SourceRecord, Quantity> told = new HashMap<>();
    private final Set<Operation> heard = new HashSet<>();
    private final Set<String> countries = new HashSet<>();

    Rounds(Map<String, List<String>> counted) {
        this.counted = counted;
    }

    void tell(AreaRow row, Intake intake) {
        countries.add(row.country());
        if (!counted.getOrDefault(row.country(), List.of()).contains(row.operation())) {
            return;
        }
        heard.add(new Operation(row.country(), row.operation()));
        row.figure().ifPresent(figure -> tell(figure, intake));
    }

    /** An operation by a name that no row has is a mistake in the settings, or has ended. */
    void refuseUnheard(Intake intake) {
        for (String country : countries) {
            for (String name : counted.getOrDefault(country, List.of())) {
                if (!heard.contains(new Operation(country, name))) {
                    intake.rejected("/result", "operation", "no row of " + country + " is of '" + name + "'");
                }
            }
        }
    }

    private void tell(Figure figure, Intake intake) {
        Quantity before = told.putIfAbsent(figure.record(), figure.statement().quantity());
        if (before == null) {
            intake.figure(figure);
        } else if (!before.equals(figure.statement().quantity())) {
            throw new InvalidFigureException(
                    "numPresentIdpInd",
                    "is " + Rounds.value(figure.statement().quantity()) + " where another row of the same round, place,"
                            + " reason and origin says " + Rounds.value(before));
        }
    }

    private static String value(Quantity quantity) {
        return String.valueOf(quantity.value());
    }
}
