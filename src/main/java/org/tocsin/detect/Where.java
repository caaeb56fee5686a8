package org.tocsin.detect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a rule looks: at all that is named here together; where nothing is named, at every crisis and every country that lies in none.
 *
 * @param crises ids of crises
 * @param countries ISO 3166-1 alpha-3; each is a scope of its own, also one that lies in a crisis
 * @param regions three-digit codes of the UN's standard M49; each country inside is a scope of its own
 * @param everyCountry each country is a scope of its own, also those that lie in a crisis
 */
public record Where(List<String> crises, List<String> countries, List<String> regions, boolean everyCountry) {
    /** Every crisis, and every country that lies in none. */
    public static final Where ANYWHERE = of(List.of(), List.of());

    public Where {
        crises = List.copyOf(crises);
        countries = List.copyOf(countries);
        regions = List.copyOf(regions);
        if (everyCountry && !(countries.isEmpty() && regions.isEmpty())) {
            throw new IllegalArgumentException(
                    "everyCountry: watches " + countries + " and the countries of " + regions + " already");
        }
    }

    public static Where of(List<String> crises, List<String> countries) {
        return new Where(crises, countries, List.of(), false);
    }

    /** The countries that are listed and those that lie inside the regions, each once, in order. */
    public Set<String> namedCountries() {
        Set<String> named = new TreeSet<>(countries);
        regions.forEach(region -> named.addAll(Regions.countries(region)));
        return named;
    }
}
