package org.tocsin.alert;

import java.time.Instant;
import org.tocsin.detect.Change;

/**
 * A subject that must be judged by a rule because figures of it changed, or because time has passed.
 *
 * @param rule id of the rule
 * @param scope {@code crisis:ID} or {@code country:ISO3}
 * @param lineId the line to judge; of an appeal's coverage or gap, its line of money received
 * @param change the loudest class since it was last judged; its days are always known
 */
public record Due(String rule, String scope, long lineId, Change change, boolean bulk, Instant enqueuedAt) {}
