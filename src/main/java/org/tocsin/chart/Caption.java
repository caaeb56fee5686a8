package org.tocsin.chart;

/**
 * The words around the plot, already in the reader's language.
 *
 * @param title what is shown, about whom and where
 * @param unit what one unit of the value axis is, such as "people displaced per week"
 * @param credit source, licence and conditions of use; every picture that leaves the house carries them, in up to
 *     three lines
 */
public record Caption(String title, String unit, String credit) {
    public Caption {
        Required.text("chart title", title);
        Required.text("chart unit", unit);
        Required.text("chart credit", credit);
    }
}
