package org.tocsin.chart;

import java.time.LocalDate;

/** The period a picture is about, such as an alert's: outlined, pointed at by an arrow and named in the legend. */
public record Mark(LocalDate start, LocalDate end, String label) {
    public Mark {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("mark ends before it starts: " + start + " to " + end);
        }
        Required.text("mark label", label);
    }

    boolean covers(Point point) {
        return !point.end().isBefore(start) && !point.start().isAfter(end);
    }
}
