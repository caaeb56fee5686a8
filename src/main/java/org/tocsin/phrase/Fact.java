package org.tocsin.phrase;

import org.tocsin.figure.Cause;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Quantity;

/** What one sentence says. */
public record Fact(
        Measure measure, Population population, Cause cause, Where where, Quantity quantity, Period period) {}
