package org.tocsin.chart;

/** How values become shapes: what happened in a period is a bar, what stood throughout a period is a step. */
public enum Style {
    /** For flows. The value axis always starts at zero. */
    BARS,
    /** For stocks. The value axis may leave zero out when all values lie close together far above it. */
    STEPS
}
