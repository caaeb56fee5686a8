package org.tocsin.app;

import java.net.URI;
import java.time.Instant;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Merge;

/**
 * What became known at one moment from one source, as bytes that the real reader of the source reads.
 *
 * @param from a name for where it came from
 * @param body a table of figures; of {@code fts} the answer as that source gives it
 */
record DemoBatch(Instant known, SourceId source, URI from, Merge.Telling telling, String body) {}
