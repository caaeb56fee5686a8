package org.tocsin.extract;

import java.util.Arrays;
import java.util.Locale;

/** Who is counted, as prose names them; absent where it only says people. */
public enum ToldPopulation {
    CIVILIANS,
    CHILDREN,
    WOMEN,
    MEN,
    ELDERLY,
    SOLDIERS,
    COMBATANTS,
    POLICE,
    AID_WORKERS,
    HEALTH_WORKERS,
    PEACEKEEPERS,
    REFUGEES,
    IDPS,
    MIGRANTS,
    RETURNEES,
    STUDENTS,
    WORKERS,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its code; throws {@link IllegalArgumentException} naming an unknown one. */
    public static ToldPopulation of(String code) {
        return Arrays.stream(values())
                .filter(population -> population.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown told population '" + code + "'"));
    }
}
