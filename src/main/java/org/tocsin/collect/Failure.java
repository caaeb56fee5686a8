package org.tocsin.collect;

/**
 * Why a run failed.
 *
 * @param reason a word from a closed set, the label of the metric
 * @param at where in the document, or empty
 */
public record Failure(String reason, String at, String detail) {}
