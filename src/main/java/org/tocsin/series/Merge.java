package org.tocsin.series;

import java.time.Instant;
import org.tocsin.figure.SourceId;

/**
 * One merge of one source.
 *
 * @param run the run it belongs to
 * @param knownFrom the moment its figures count as known
 * @param history whether what is new is the past told late, and no news
 * @param confirmed whether a person has confirmed jumps and places, so that nothing is held
 */
public record Merge(long run, SourceId source, Instant knownFrom, boolean history, boolean confirmed) {}
