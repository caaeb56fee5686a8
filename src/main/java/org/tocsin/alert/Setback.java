package org.tocsin.alert;

import java.time.Instant;

/**
 * Why a subject is still due although it was tried.
 *
 * @param attempts how often it could not be judged
 * @param notBefore when it is tried again; new figures of it bring that forward
 */
public record Setback(String rule, String scope, long lineId, int attempts, Instant notBefore, String failure) {}
