package org.tocsin.phrase;

import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.Unit;

/** What is counted, who is meant, and why, as nouns that agree with their number. */
final class Nouns {
    private final Words words;

    Nouns(Words words) {
        this.words = words;
    }

    /** The metric as a heading. */
    String name(Metric metric) {
        return words.plain("metric." + metric.code());
    }

    /** "people killed", "new displacements of children", "households newly displaced". */
    String counted(Metric metric, Unit unit, Population population, BigDecimal number) {
        String key = key(metric, unit);
        String noun = words.fill(key, Map.of("n", number, "who", who(unit, population, number)));
        if (population == Population.ALL || words.plain(key).contains("{who}")) {
            return noun;
        }
        return words.fill("noun.of", Map.of("noun", noun, "who", who(Unit.PERSONS, population, BigDecimal.TEN)));
    }

    /** "due to conflict", "due to airstrikes", "due to an earthquake"; empty for every cause. */
    String why(Cause cause) {
        return cause.equals(Cause.ALL) ? "" : words.fill("cause.due_to", Map.of("cause", cause(cause)));
    }

    /** A hazard we have no word for keeps the source's. */
    String cause(Cause cause) {
        String key = "cause." + cause.code().replace(':', '.');
        if (words.has(key)) {
            return words.plain(key);
        }
        return cause.code().substring(cause.code().indexOf(':') + 1).replace('_', ' ');
    }

    String population(Population population) {
        return words.fill("who." + population.code(), Map.of("n", BigDecimal.TEN));
    }

    private String key(Metric metric, Unit unit) {
        String apart = "noun." + metric.code() + "." + unit.code();
        return words.has(apart) ? apart : "noun." + metric.code();
    }

    private String who(Unit unit, Population population, BigDecimal number) {
        if (unit == Unit.HOUSEHOLDS) {
            return words.fill("who.households", Map.of("n", number));
        }
        return words.fill("who." + population.code(), Map.of("n", number));
    }
}
