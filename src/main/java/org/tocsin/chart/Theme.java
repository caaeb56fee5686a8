package org.tocsin.chart;

/** The ground a chart is drawn on, so that it reads well in a light and in a dark mail or page. */
public enum Theme {
    LIGHT,
    DARK
}
