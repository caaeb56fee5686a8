package org.tocsin.chart;

/**
 * Draws a chart for a page: one accessible {@code <svg>} element without scripts, styles, identifiers or references, so
 * that it can stand alone or within HTML, many to a page, under the strictest content security policy.
 */
public final class ChartSvg {
    private ChartSvg() {}

    /**
     * The picture as an XML element, without an XML declaration.
     *
     * @param width in CSS pixels, at least 280
     * @param height in CSS pixels, at least 240
     * @throws IllegalArgumentException where the picture would be too small to read
     */
    public static String draw(Chart chart, int width, int height) {
        Picture picture = new Picture(chart, width, height);
        XmlWriter xml = new XmlWriter();
        open(xml, chart.look(), width, height);
        xml.open("title").text(chart.caption().title()).close();
        xml.open("desc").text(chart.description()).close();
        picture.draw(new SvgPen(xml, chart.look().theme(), chart.look().rightToLeft()));
        xml.close();
        return xml.written();
    }

    private static void open(XmlWriter xml, Look look, int width, int height) {
        String language = look.locale().toLanguageTag();
        xml.open("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("role", "img")
                .with("lang", language)
                .with("xml:lang", language)
                .with("direction", "ltr") // else that of the page around it, which would move the texts
                .with("width", Integer.toString(width))
                .with("height", Integer.toString(height))
                .with("viewBox", "0 0 " + width + " " + height)
                .with("font-family", "'DejaVu Sans', system-ui, sans-serif");
    }
}
