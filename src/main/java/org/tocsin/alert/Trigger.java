package org.tocsin.alert;

import java.util.List;

/**
 * What makes a rule judge a line within a scope: a change of any of these series.
 *
 * @param scope {@code crisis:ID} or {@code country:ISO3}
 * @param lineId the line to judge; of an appeal's coverage or gap, its line of money received
 */
public record Trigger(String scope, long lineId, List<Long> series) {
    public Trigger {
        series = List.copyOf(series);
    }
}
