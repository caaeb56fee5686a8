package org.tocsin.figure;

/** How finely a source's terms allow its rows to be passed on. */
public enum Redistribution {
    ROWS,
    AGGREGATE_ONLY;

    public String code() {
        return Codes.code(this);
    }

    public static Redistribution of(String code) {
        return Codes.find(Redistribution.class, code, "redistribution");
    }
}
