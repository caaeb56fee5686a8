package org.tocsin.collect.odp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the portal is asked: the widgets of its own pages, by path and query. */
record OdpQuestions(
        List<String> countries,
        List<Integer> collections,
        Map<String, List<Integer>> displaced,
        List<Situation> situations) {
    static final String ORIGINS = "/population/get/origin";
    static final String SERIES = "/population/get/timeseries";
    static final String GROUPS = "/population/";

    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (String country : countries) {
            addresses.add(ORIGINS + "?geo_id=" + UnhcrCountries.number(country) + "&population_collection="
                    + joined(collections));
        }
        new TreeMap<>(displaced)
                .forEach((country, groups) -> addresses.add(
                        GROUPS + "?geo_id=" + UnhcrCountries.number(country) + "&population_group=" + joined(groups)));
        situations.forEach(situation -> addresses.add(SERIES + "?" + situation.query()));
        return addresses;
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
