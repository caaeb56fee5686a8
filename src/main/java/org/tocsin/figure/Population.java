package org.tocsin.figure;

import org.jspecify.annotations.Nullable;

/** Who is counted. Every population lies inside another one, in the end inside {@link #ALL}. */
public enum Population {
    ALL(null),
    CIVILIANS(ALL),
    COMBATANTS(ALL),
    CHILDREN(ALL),
    WOMEN(ALL),
    MEN(ALL),
    AID_WORKERS(CIVILIANS),
    HEALTH_WORKERS(CIVILIANS),
    JOURNALISTS(CIVILIANS),
    REFUGEES(CIVILIANS),
    IDPS(CIVILIANS),
    RETURNEES(CIVILIANS),
    MIGRANTS(CIVILIANS),
    HOST(CIVILIANS);

    private final @Nullable Population within;

    Population(@Nullable Population within) {
        this.within = within;
    }

    /** The population this one is a part of; empty-handed only for {@link #ALL}. */
    public @Nullable Population within() {
        return within;
    }

    public String code() {
        return Codes.code(this);
    }

    public static Population of(String code) {
        return Codes.find(Population.class, code, "population");
    }
}
