package org.tocsin.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountryNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Sudan|SDN",
                "SDN|SDN",
                "SD|SDN",
                "729|SDN",
                "4|AFG",
                "Democratic Republic of Congo|COD",
                "DR Congo (Zaire)|COD",
                "Myanmar (Burma)|MMR",
                "Myanmar|MMR",
                "République démocratique du Congo|COD",
                "Côte d'Ivoire|CIV",
                "Cote d’Ivoire|CIV",
                "Palestine|PSE",
                "syrian arab republic|SYR",
                "Türkiye|TUR",
                "AB9|AB9",
                "Serbia and Kosovo: S/RES/1244 (1999)|SRB"
            })
    void aCountryIsFoundByCodeAndByNameAsSourcesSpellIt(String name, String iso3) {
        assertThat(CountryNames.iso3(name)).contains(iso3);
    }

    @Test
    void whatIsNoCountryIsNone() {
        assertThat(CountryNames.iso3("Atlantis")).isEmpty();
        assertThat(CountryNames.iso3("999")).isEmpty();
        assertThat(CountryNames.iso3("001")).isEmpty();
        assertThat(CountryNames.iso3("")).isEmpty();
    }
}
