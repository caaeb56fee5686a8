package org.tocsin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartSvgTest {
    private static final String SERIES = "#5a8cc4";
    private static final String NEUTRAL = "#57606a";

    @ParameterizedTest
    @EnumSource(Style.class)
    void thePictureNamesAndDescribesItselfInItsLanguage(Style style) throws Exception {
        Chart chart = Charts.weekly(Locale.FRENCH, Theme.LIGHT, style);

        Element svg = parse(ChartSvg.draw(chart, 640, 280));

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("lang")).isEqualTo("fr");
        assertThat(texts(svg, "title")).containsExactly(chart.caption().title());
        assertThat(texts(svg, "desc")).containsExactly(chart.description());
        assertThat(texts(svg, "text"))
                .contains("alert threshold\u00a0: 120\u202f000", "200\u202f000", "pas de données");
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        String hostile = "</title><script>alert(1)</script>&x;\"'\u0000\ud800\ud83d\ude80";
        String drawn = ChartSvg.draw(Charts.of(new Caption(hostile, hostile, hostile), Charts.day(0, 1L)), 640, 280);

        Element svg = parse(drawn);

        assertThat(texts(svg, "title"))
                .containsExactly("</title><script>alert(1)</script>&x;\"'\ufffd\ufffd\ud83d\ude80");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(drawn).doesNotContain("<script", "href", "url(", " style=", " id=");
    }

    @Test
    void aGapIsCrossedAndNotDrawnAsZero() throws Exception {
        Element gap = draw(Charts.day(0, 5L), Charts.day(1, null), Charts.day(2, 5L));
        Element zero = draw(Charts.day(0, 5L), Charts.day(1, 0L), Charts.day(2, 5L));

        assertThat(count(gap, "rect", "fill", SERIES)).isEqualTo(2);
        assertThat(count(zero, "rect", "fill", SERIES)).isEqualTo(3);
        assertThat(texts(gap, "text")).contains("no data");
        assertThat(texts(zero, "text")).doesNotContain("no data");
        assertThat(count(gap, "line", "stroke", NEUTRAL)).isGreaterThan(count(zero, "line", "stroke", NEUTRAL));
    }

    @Test
    void daysThatNoPointCoversAreAGapToo() throws Exception {
        assertThat(texts(draw(Charts.day(0, 5L), Charts.day(2, 5L)), "text")).contains("no data");
    }

    @Test
    void anIncompleteValueIsHatchedAndNamed() throws Exception {
        Point whole = Charts.day(0, 5L);
        Point running = new Point(whole.start(), whole.end(), whole.value(), null, null, false);

        assertThat(count(draw(whole), "line", "stroke", SERIES)).isZero();
        assertThat(texts(draw(whole), "text")).doesNotContain("incomplete");
        assertThat(count(draw(running), "rect", "fill", SERIES)).isZero();
        assertThat(count(draw(running), "line", "stroke", SERIES)).isGreaterThan(10);
        assertThat(texts(draw(running), "text")).contains("incomplete");
    }

    @Test
    void theAlertIsOutlinedAndPointedAtAndTheThresholdIsDashed() throws Exception {
        Element svg = parse(ChartSvg.draw(Charts.weekly(Locale.ENGLISH, Theme.LIGHT, Style.BARS), 640, 280));

        assertThat(count(svg, "rect", "stroke", "#b3261e")).isEqualTo(1);
        assertThat(count(svg, "polygon", "fill", "#b3261e"))
                .as("in the plot and in the legend")
                .isEqualTo(2);
        assertThat(count(svg, "line", "stroke-dasharray", "5")).isEqualTo(1);
        assertThat(texts(svg, "text")).contains("week of the alert", "alert threshold: 120,000", "range");
    }

    @Test
    void arabicIsWrittenFromTheRightWithItsOwnDigits() throws Exception {
        Element svg = parse(ChartSvg.draw(Charts.weekly(Charts.ARABIC, Theme.DARK, Style.BARS), 640, 280));

        assertThat(texts(svg, "text")).contains("\u2067٢٠٠٬٠٠٠\u2069", "\u2067غير مكتمل\u2069");
        Element title = (Element) svg.getElementsByTagName("text").item(0);
        assertThat(title.getAttribute("text-anchor")).isEqualTo("end");
        assertThat(title.getAttribute("x")).isEqualTo("628");
    }

    @Test
    void equalChartsGiveEqualPicturesAndTooSmallOnesNone() {
        Chart chart = Charts.weekly(Locale.ENGLISH, Theme.LIGHT, Style.STEPS);

        assertThat(ChartSvg.draw(chart, 320, 280)).isEqualTo(ChartSvg.draw(chart, 320, 280));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChartSvg.draw(chart, 100, 280))
                .withMessage("a chart needs at least 280 x 240 points, not 100 x 280");
    }

    private static Element draw(Point... points) throws Exception {
        return parse(ChartSvg.draw(Charts.of(Charts.ENGLISH_CAPTION, points), 640, 280));
    }

    private static Element parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<String> texts(Element svg, String name) {
        return elements(svg, name).stream().map(Element::getTextContent).toList();
    }

    private static long count(Element svg, String name, String attribute, String value) {
        return elements(svg, name).stream()
                .filter(element -> element.getAttribute(attribute).equals(value))
                .count();
    }

    private static List<Element> elements(Element svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
