package org.tocsin.figure;

import static org.tocsin.figure.Kind.CUMULATIVE;
import static org.tocsin.figure.Kind.FLOW;
import static org.tocsin.figure.Kind.STOCK;
import static org.tocsin.figure.Unit.CASES;
import static org.tocsin.figure.Unit.EVENTS;
import static org.tocsin.figure.Unit.HOUSEHOLDS;
import static org.tocsin.figure.Unit.MOVEMENTS;
import static org.tocsin.figure.Unit.PERSONS;
import static org.tocsin.figure.Unit.RATIO;
import static org.tocsin.figure.Unit.USD;

import java.util.EnumSet;
import java.util.Set;

/** What is counted. The code is the metric's name everywhere outside Java; the first kind and unit are the usual ones. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are copied in the constructor and never handed out
public enum Metric {
    NEW_DISPLACEMENTS(MOVEMENTS, Set.of(HOUSEHOLDS, PERSONS), FLOW, CUMULATIVE),
    IDPS(PERSONS, Set.of(HOUSEHOLDS), STOCK),
    REFUGEES(PERSONS, Set.of(), STOCK),
    ASYLUM_SEEKERS(PERSONS, Set.of(), STOCK),
    OTHERS_NEEDING_PROTECTION(PERSONS, Set.of(), STOCK),
    ARRIVALS(PERSONS, Set.of(), FLOW, CUMULATIVE),
    ASYLUM_APPLICATIONS(PERSONS, Set.of(CASES), FLOW, CUMULATIVE),
    RETURNS(PERSONS, Set.of(HOUSEHOLDS), FLOW, CUMULATIVE),
    RETURNEES(PERSONS, Set.of(HOUSEHOLDS), STOCK),
    KILLED(PERSONS, Set.of(), FLOW, CUMULATIVE),
    INJURED(PERSONS, Set.of(), FLOW, CUMULATIVE),
    ABDUCTED(PERSONS, Set.of(), FLOW, CUMULATIVE),
    DETAINED(PERSONS, Set.of(), FLOW, CUMULATIVE),
    MISSING(PERSONS, Set.of(), STOCK, FLOW),
    DEAD_OR_MISSING(PERSONS, Set.of(), FLOW, CUMULATIVE),
    AFFECTED(PERSONS, Set.of(HOUSEHOLDS), CUMULATIVE),
    INCIDENTS(EVENTS, Set.of(), FLOW, CUMULATIVE),
    PEOPLE_IN_NEED(PERSONS, Set.of(), STOCK),
    PEOPLE_TARGETED(PERSONS, Set.of(), STOCK),
    FOOD_INSECURE(PERSONS, Set.of(), STOCK),
    PEOPLE_REACHED(PERSONS, Set.of(), CUMULATIVE),
    FUNDING_PLEDGED(USD, Set.of(), CUMULATIVE),
    FUNDING_REQUIRED(USD, Set.of(), STOCK),
    FUNDING_RECEIVED(USD, Set.of(), STOCK),
    /** Derived: max(0, required - received); a gap stated by a source is kept apart. */
    FUNDING_GAP(USD, Set.of(), STOCK),
    /** Derived: received / required; a coverage stated by a source is kept apart. */
    FUNDING_COVERAGE(RATIO, Set.of(), STOCK),
    POPULATION(PERSONS, Set.of(), STOCK);

    private final Unit unit;
    private final Set<Unit> otherUnits;
    private final Kind kind;
    private final EnumSet<Kind> kinds;

    Metric(Unit unit, Set<Unit> otherUnits, Kind kind, Kind... otherKinds) {
        this.unit = unit;
        this.otherUnits = otherUnits;
        this.kind = kind;
        this.kinds = EnumSet.of(kind, otherKinds);
    }

    public String code() {
        return Codes.code(this);
    }

    public Unit unit() {
        return unit;
    }

    public Kind kind() {
        return kind;
    }

    public boolean allows(Kind candidate) {
        return kinds.contains(candidate);
    }

    public boolean allows(Unit candidate) {
        return candidate == unit || otherUnits.contains(candidate);
    }

    /** Whether it counts people who left their country; a crisis then asks for people from its countries, wherever they are. */
    public boolean crossesBorder() {
        return this == REFUGEES || this == ASYLUM_SEEKERS || this == OTHERS_NEEDING_PROTECTION || this == ARRIVALS;
    }

    /** Whether it is counted for the time of a plan or an analysis, and holds for that period where it is stated. */
    public boolean holdsForPeriod() {
        return this == PEOPLE_IN_NEED || this == PEOPLE_TARGETED || this == FOOD_INSECURE;
    }

    public static Metric of(String code) {
        return Codes.find(Metric.class, code, "metric");
    }
}
