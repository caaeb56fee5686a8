package org.tocsin.figure;

import org.jspecify.annotations.Nullable;

/**
 * What makes numbers of several places comparable and addable: a series without its place. A rule judges one line at a time.
 *
 * @param category the source's own breakdown, for example a phase or a violence type
 * @param appeal the code of the appeal a sum of money or a caseload belongs to
 */
public record Line(
        Attribution attribution,
        Measure measure,
        Population population,
        Cause cause,
        @Nullable String category,
        @Nullable String appeal) {
    public static Line of(Attribution attribution, Measure measure, Population population, Cause cause) {
        return new Line(attribution, measure, population, cause, null, null);
    }
}
