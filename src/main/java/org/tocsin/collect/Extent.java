package org.tocsin.collect;

import java.time.LocalDate;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;

/**
 * What an answer was whole for: only inside it does absence retract a record or mean zero.
 *
 * @param filter which slice of the source, empty for all of it
 * @param span the days of figures it covers; a figure belongs to it by its last day
 * @param asOf the day for which the answer is true
 */
public record Extent(SourceId source, String filter, Period span, LocalDate asOf) {}
