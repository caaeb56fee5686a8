package org.tocsin.figure;

/** The narrowest windows of time that a source speaks of. */
public enum Grain {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public String code() {
        return Codes.code(this);
    }

    public static Grain of(String code) {
        return Codes.find(Grain.class, code, "grain");
    }
}
