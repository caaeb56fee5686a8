package org.tocsin.crisis;

import java.util.List;
import org.tocsin.figure.Line;
import org.tocsin.figure.Source;
import org.tocsin.series.Reading;
import org.tocsin.series.Window;

/**
 * One line of a crisis over time.
 *
 * @param derived whether the values are our own sums over appeals, not a line as its source states it
 */
public record Trend(Line line, Source source, boolean derived, Reading reading) {
    /** In order, without holes; an unknown window has no value. */
    public List<Window> windows() {
        return reading.windows();
    }
}
