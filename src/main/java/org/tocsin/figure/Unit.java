package org.tocsin.figure;

/** What a value counts; values of different units are never added. */
public enum Unit {
    PERSONS,
    MOVEMENTS,
    HOUSEHOLDS,
    CASES,
    EVENTS,
    USD,
    RATIO;

    public String code() {
        return Codes.code(this);
    }

    public static Unit of(String code) {
        return Codes.find(Unit.class, code, "unit");
    }
}
