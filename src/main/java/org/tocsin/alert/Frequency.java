package org.tocsin.alert;

import java.time.LocalDate;

/**
 * How often a rule was told of in a scope.
 *
 * @param lastYear in the 365 days up to the moment asked about
 * @param ever since the first day it was judged there
 */
public record Frequency(int lastYear, int ever, LocalDate since) {}
