package org.tocsin.phrase;

import org.tocsin.figure.Cause;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Quantity;

/**
 * What one sentence says.
 *
 * @param place as the reader shall see it; empty leaves it out
 */
public record Fact(
        Measure measure, Population population, Cause cause, String place, Quantity quantity, Period period) {}
