package org.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeToldTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Civilian deaths rose by 30 percent compared with last year.    | KILLED    | INCREASE
            There was a 20 percent drop in the number of people killed.    | KILLED    | DECREASE
            The UN recorded a 45 per cent increase in displacement.        | DISPLACED | INCREASE
            """)
    void aChangeInPercentSaysWhatChangedAndWhichWay(String text, ToldMetric of, Change.Direction direction) {
        Told told = Extractor.shipped().read(new Prose(text, null, null, "en")).get(0);

        Change change = Objects.requireNonNull(told.what().change());
        assertThat(change.of()).isEqualTo(of);
        assertThat(change.direction()).isEqualTo(direction);
    }
}
