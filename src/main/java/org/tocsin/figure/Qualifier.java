package org.tocsin.figure;

/** How the source hedged its number. */
public enum Qualifier {
    EXACT,
    AT_LEAST,
    MORE_THAN,
    ABOUT,
    NEARLY,
    UP_TO,
    FEWER_THAN,
    ESTIMATED;

    public String code() {
        return Codes.code(this);
    }

    public static Qualifier of(String code) {
        return Codes.find(Qualifier.class, code, "qualifier");
    }
}
