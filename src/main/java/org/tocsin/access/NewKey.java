package org.tocsin.access;

/** A key with its token, at the only moment that the token is known: show it, and forget it. */
public record NewKey(Key key, String token) {
    /** Without the token, which belongs in no log. */
    @Override
    public String toString() {
        return "NewKey[key=" + key + "]";
    }
}
