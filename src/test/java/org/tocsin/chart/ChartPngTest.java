package org.tocsin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPngTest {
    private final ChartPng png = new ChartPng(2);

    @ParameterizedTest
    @CsvSource({"LIGHT, ffffff", "DARK, 15191e"})
    void thePictureHasTheSizeAndTheGroundAskedFor(Theme theme, String ground) throws Exception {
        BufferedImage image = read(png.draw(Charts.weekly(Locale.ENGLISH, theme, Style.BARS), 320, 280));

        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(560);
        assertThat(Integer.toHexString(image.getRGB(0, 0) & 0xffffff)).isEqualTo(ground);
    }

    @Test
    void equalChartsGiveEqualBytesAndOtherDataOthers() throws Exception {
        byte[] first = png.draw(Charts.of(Charts.ENGLISH_CAPTION, Charts.day(0, 5L), Charts.day(1, 3L)), 320, 240);
        byte[] again = png.draw(Charts.of(Charts.ENGLISH_CAPTION, Charts.day(0, 5L), Charts.day(1, 3L)), 320, 240);
        byte[] other = png.draw(Charts.of(Charts.ENGLISH_CAPTION, Charts.day(0, 5L), Charts.day(1, 4L)), 320, 240);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void arabicLettersAreJoinedToWords() throws Exception {
        Caption joined = new Caption("ننن", "x", "x");
        Caption apart = new Caption("ن\u200cن\u200cن", "x", "x");

        byte[] word = png.draw(Charts.of(joined, Charts.day(0, 5L)), 320, 240);

        assertThat(word).isNotEqualTo(png.draw(Charts.of(apart, Charts.day(0, 5L)), 320, 240));
    }

    private static BufferedImage read(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
