package org.tocsin.collect.t4p;

import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.Unit;

/**
 * A running total of a day's report.
 *
 * <p>Women, children, medics and the press are among the killed and never added to them. A day's own numbers say the same as the
 * difference of two totals and are left out, so that nothing is told twice.
 */
enum Counter {
    KILLED("killed_cum", Metric.KILLED, Unit.PERSONS, Population.ALL, null),
    INJURED("injured_cum", Metric.INJURED, Unit.PERSONS, Population.ALL, null),
    KILLED_CHILDREN("killed_children_cum", Metric.KILLED, Unit.PERSONS, Population.CHILDREN, null),
    INJURED_CHILDREN("injured_children_cum", Metric.INJURED, Unit.PERSONS, Population.CHILDREN, null),
    KILLED_WOMEN("killed_women_cum", Metric.KILLED, Unit.PERSONS, Population.WOMEN, null),
    KILLED_MEDICS("med_killed_cum", Metric.KILLED, Unit.PERSONS, Population.HEALTH_WORKERS, null),
    KILLED_PRESS("press_killed_cum", Metric.KILLED, Unit.PERSONS, Population.JOURNALISTS, null),
    KILLED_CIVIL_DEFENCE("civdef_killed_cum", Metric.KILLED, Unit.PERSONS, Population.ALL, "civil defence"),
    SETTLER_ATTACKS("settler_attacks_cum", Metric.INCIDENTS, Unit.EVENTS, Population.ALL, "settler attacks"),
    DISPLACED("displaced_persons_cum", Metric.NEW_DISPLACEMENTS, Unit.PERSONS, Population.ALL, null),
    DISPLACED_HOUSEHOLDS("displaced_households_cum", Metric.NEW_DISPLACEMENTS, Unit.HOUSEHOLDS, Population.ALL, null),
    DISPLACED_CHILDREN("displaced_children_cum", Metric.NEW_DISPLACEMENTS, Unit.PERSONS, Population.CHILDREN, null);

    private final String field;
    private final Metric metric;
    private final Unit unit;
    private final Population population;
    private final @Nullable String category;

    Counter(String field, Metric metric, Unit unit, Population population, @Nullable String category) {
        this.field = field;
        this.metric = metric;
        this.unit = unit;
        this.population = population;
        this.category = category;
    }

    String field() {
        return field;
    }

    /** The same total without gaps, where Tech for Palestine fills them. */
    String extended() {
        return "ext_" + field;
    }

    /** The same total as it is reported, which begins anew with each phase of the fighting in Lebanon. */
    String ofPhase() {
        return field + "_reported";
    }

    Metric metric() {
        return metric;
    }

    Unit unit() {
        return unit;
    }

    Population population() {
        return population;
    }

    @Nullable
    String category() {
        return category;
    }
}
