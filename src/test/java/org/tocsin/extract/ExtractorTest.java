package org.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractorTest {
    private final Extractor extractor = Extractor.shipped();

    @Test
    void aPlainSentenceTellsItsFigureWithItsWords() {
        List<Told> told = extractor.read(Prose.of("On Monday 1,250 people were displaced by the flood."));

        assertThat(told).singleElement().satisfies(figure -> {
            assertThat(figure.what().metric()).isEqualTo(ToldMetric.DISPLACED);
            assertThat(figure.amount().value()).isEqualByComparingTo("1250");
            assertThat(figure.quote().span().text()).contains("1,250 people were displaced");
            assertThat(figure.confidence()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void aTextWithoutNumbersTellsNothing() {
        assertThat(extractor.read(Prose.of("The talks in the capital went on.")))
                .isEmpty();
    }
}
