package org.tocsin.extract;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of countries and their people, regions and towns: countries and zone cities from ICU's CLDR data, the rest from our own list. */
final class Gazetteer {
    private static final int LONGEST_ADJECTIVE = 4;

    private final Lexicon names = new Lexicon();

    /** A place named in a text, and every country it can lie in. */
    record Mention(int from, int to, List<Sense> senses) {
        boolean isDemonym() {
            return senses.get(0).tag() == Tag.DEMONYM;
        }

        boolean isCountry() {
            return senses.get(0).tag() == Tag.COUNTRY;
        }

        boolean isIn(String iso3) {
            return senses.stream().anyMatch(sense -> sense.value().equals(iso3));
        }
    }

    static Gazetteer shipped() {
        Gazetteer gazetteer = new Gazetteer();
        new LexiconFile("gazetteer.lex").into(gazetteer.names);
        for (Language language : Language.values()) {
            gazetteer.addCountries(ULocale.forLanguageTag(language.code()));
            gazetteer.addCities(ULocale.forLanguageTag(language.code()));
        }
        return gazetteer;
    }

    /** Lets a lexicon know the peoples, so that "600 Ukrainians" counts people; an adjective such as "Ukrainian" does not. */
    void peoples(Lexicon lexicon) {
        for (String people : new LexiconFile("gazetteer.lex").terms(Tag.DEMONYM)) {
            if (people.endsWith("s") && people.length() > LONGEST_ADJECTIVE) {
                lexicon.add(people, new Sense(Tag.PEOPLE, ""));
            }
        }
    }

    private void addCountries(ULocale reader) {
        LocaleDisplayNames display = LocaleDisplayNames.getInstance(reader);
        for (String iso2 : Locale.getISOCountries()) {
            String iso3 = iso3(iso2);
            String name = display.regionDisplayName(iso2);
            names.add(name, new Sense(Tag.COUNTRY, iso3));
            int bracket = name.indexOf(" (");
            if (bracket > 0) {
                names.add(name.substring(0, bracket), new Sense(Tag.COUNTRY, iso3));
            }
        }
    }

    private void addCities(ULocale reader) {
        TimeZoneNames zones = TimeZoneNames.getInstance(reader);
        for (String id : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String city = zones.getExemplarLocationName(id);
            String iso2 = TimeZone.getRegion(id);
            if (city != null && iso2.length() == 2 && city.length() > 3) {
                names.add(city, new Sense(Tag.REGION, iso3(iso2)));
            }
        }
    }

    /** Whether a country's own name starts here; some territories count as one in lists but not for flight. */
    boolean isCountry(List<Token> tokens, int at) {
        Lexicon.Match match = names.longest(tokens, at);
        return match != null && match.senses().get(0).tag() == Tag.COUNTRY;
    }

    private static String iso3(String iso2) {
        return new Locale.Builder().setRegion(iso2).build().getISO3Country();
    }

    /** The places tokens name, in order; only words with a capital name one, but for the peoples of French and Spanish. */
    List<Mention> mentions(List<Token> tokens, boolean smallPeoples) {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            boolean capital = token.shape() == Token.Shape.CAPITAL;
            Lexicon.Match match = capital || (smallPeoples && token.isWord()) ? names.longest(tokens, at) : null;
            if (match != null
                    && match.end() < tokens.size()
                    && tokens.get(match.end()).is("$")) {
                match = null;
            }
            if (match != null && !capital && match.senses().get(0).tag() != Tag.DEMONYM) {
                match = null;
            }
            if (match != null) {
                mentions.add(new Mention(at, match.end(), match.senses()));
            }
            at = match == null ? at + 1 : match.end();
        }
        return mentions;
    }
}
