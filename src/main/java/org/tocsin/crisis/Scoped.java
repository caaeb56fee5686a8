package org.tocsin.crisis;

import org.tocsin.series.Scope;

/**
 * What a subject's scope means today.
 *
 * @param name the crisis's, or the English one of a country that lies in no crisis
 * @param version of the crisis's scope; 0 for a country
 */
public record Scoped(String name, Scope scope, int version) {
    public static final String CRISIS = "crisis:";
    public static final String COUNTRY = "country:";
}
