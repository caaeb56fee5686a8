package org.tocsin.chart;

import java.math.BigDecimal;

/** A level worth seeing, drawn as a dashed line; the value is added to the label in the reader's numerals. */
public record Threshold(BigDecimal value, String label) {
    public Threshold {
        Required.text("threshold label", label);
    }
}
