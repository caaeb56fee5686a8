package org.tocsin.detect;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.figure.Countries;
import org.tocsin.figure.Place;

/**
 * Which countries lie in a region of the UN's standard M49 (https://unstats.un.org/unsd/methodology/m49/), as the Unicode CLDR
 * contains them; it adds Kosovo and Taiwan, which the UN's list does not have. Abyei lies in no region.
 */
final class Regions {
    private static final String M49 = "[0-9]{3}";

    /** What stands where a country would, and is none. */
    private static final Set<String> NOWHERE = Set.of("UNK", "XXA", Place.SEVERAL);

    private static final Map<String, String> ISO3 = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Regions::iso3));
    private static final String KOSOVO = "XK";
    private static final String KOSOVO_ISO3 = "XKX";

    private Regions() {}

    /** A country that figures can be of, ISO 3166-1 alpha-3. */
    static String country(String code) {
        if (!Countries.isKnown(code) || NOWHERE.contains(code)) {
            throw new IllegalArgumentException("'" + code + "' is no country of ISO 3166-1 alpha-3, such as SDN");
        }
        return code;
    }

    /** A region that countries can lie in. */
    static String region(String code) {
        if (!known().contains(code)) {
            throw new IllegalArgumentException(
                    "'" + code + "' is no region of the UN's M49, such as 014, Eastern Africa; known are " + known());
        }
        return code;
    }

    /** ISO 3166-1 alpha-3, in order. */
    static Set<String> countries(String region) {
        return Region.getInstance(region).getContainedRegions(RegionType.TERRITORY).stream()
                .map(Region::toString)
                .flatMap(code -> Stream.ofNullable(code.equals(KOSOVO) ? KOSOVO_ISO3 : ISO3.get(code)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> known() {
        return Stream.of(RegionType.WORLD, RegionType.CONTINENT, RegionType.SUBCONTINENT, RegionType.GROUPING)
                .flatMap(type -> Region.getAvailable(type).stream())
                .map(Region::toString)
                .filter(code -> code.matches(M49))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String iso3(String alpha2) {
        return new Locale.Builder().setRegion(alpha2).build().getISO3Country();
    }
}
