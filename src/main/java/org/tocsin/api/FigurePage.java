package org.tocsin.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some figures of a crisis.
 *
 * @param asOf the moment whose knowledge this is, if one was asked for
 * @param sources the terms of the sources they are from
 * @param withheld sources whose rows this reader does not get, only their trends
 */
record FigurePage(
        List<FigureAnswer> items,
        @Nullable String next,
        @Nullable Instant asOf,
        List<SourceAnswer> sources,
        List<String> withheld)
        implements Answer {}
