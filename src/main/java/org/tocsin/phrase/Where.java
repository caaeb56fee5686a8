package org.tocsin.phrase;

/**
 * The place of a fact, as names.
 *
 * @param scope a crisis or a country as it is called; empty leaves the place out
 * @param area inside it; empty for all of it
 * @param event what it was part of; empty where that is not known
 */
public record Where(String scope, String area, String event) {
    public static final Where UNSAID = new Where("", "", "");

    public static Where in(String scope) {
        return new Where(scope, "", "");
    }
}
