package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyTextTest {
    @Test
    void whatWouldEndAFieldOrARowIsEscapedAndAllElseIsAsItWas() {
        StringBuilder out = new StringBuilder();

        new CopyText()
                .add("a\\b\tc\nd\re\0f")
                .add("Ñame – plain")
                .add((String) null)
                .add("")
                .endInto(out);

        assertThat(out).hasToString("a\\\\b\\tc\\nd\\re f\tÑame – plain\t\\N\t\n");
    }
}
