package org.tocsin.figure;

/** What a number stands on; {@code CLAIMED} is a statement by a party to the conflict. */
public enum Basis {
    REPORTED,
    VERIFIED,
    ESTIMATED,
    MODELLED,
    PROJECTED,
    CLAIMED;

    public String code() {
        return Codes.code(this);
    }

    public static Basis of(String code) {
        return Codes.find(Basis.class, code, "basis");
    }
}
