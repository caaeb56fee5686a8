package org.tocsin.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTextTest {
    @Test
    void numbersOfATableStandApartFromTheWordsOfOtherCells() {
        assertThat(PlainText.ofHtml(
                        "<table><tr><td>Killed</td><td>12</td></tr><tr><td>Camps</td><td>7</td></tr></table>"))
                .isEqualTo("Killed\n\n12\n\nCamps\n\n7");
    }

    @Test
    void aFootnoteMarkDoesNotLengthenTheNumberBeforeIt() {
        assertThat(PlainText.ofHtml("<p>1,200<sup>3</sup> people on the 4<sup>th</sup></p>"))
                .isEqualTo("1,200 people on the 4th");
    }

    @Test
    void whatIsStruckOutIsNotSaid() {
        assertThat(PlainText.ofHtml("<p><s>12</s> 14 people <b>were</b> killed.</p>"))
                .isEqualTo("14 people were killed.");
    }

    @Test
    void charactersThatNoDatabaseTakesAreLeftOut() {
        assertThat(PlainText.ofMarkdown("a\u0000b\ud800c\ufeff")).isEqualTo("abc");
    }

    @Test
    void markdownLosesItsMarksAndTheAddressesOfItsLinks() {
        assertThat(PlainText.ofMarkdown("# Haiti\n\n**43** people died ([OCHA, 7 Aug](https://reliefweb.int/node/1))."))
                .isEqualTo("Haiti\n\n43 people died (OCHA, 7 Aug).");
    }
}
