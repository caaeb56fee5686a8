package org.tocsin.alert;

import org.tocsin.detect.Rule;

/**
 * A rule as it was at some time; decisions name it, so that they can be repeated.
 *
 * @param version counts from 1 for each rule
 * @param provisioned whether it comes from a file and cannot be changed through the API
 */
public record RuleVersion(Rule rule, int version, boolean provisioned) {}
