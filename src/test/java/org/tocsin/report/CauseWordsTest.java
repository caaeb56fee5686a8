package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseWordsTest {
    private static final CauseWords WORDS = CauseWords.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            At least ten people were killed in airstrikes on the town        | conflict
            Clashes between the army and rebels drove families out           | conflict
            La guerre et les combats ont fait dix morts                      | conflict
            Los enfrentamientos dejaron diez muertos                         | conflict
            Floods and inundations in the delta                              | disaster:flood
            Les inondations ont touché mille familles                        | disaster:flood
            Un terremoto sacudió la costa                                    | disaster:earthquake
            Cyclone Mocha made landfall                                      | disaster:storm
            A warm ward in a warehouse, tired couples, cruel weather         | all
            Fleeing war, they met the floods                                 | all
            """)
    void theWordsTellWhy(String text, String cause) {
        assertThat(WORDS.in(text).code()).isEqualTo(cause);
    }
}
