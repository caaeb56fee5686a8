package org.tocsin.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some figures of a crisis.
 *
 * @param sources the terms of the sources they are from
 * @param withheld sources whose rows this reader does not get, only their trends
 */
record FigurePage(List<FigureAnswer> items, @Nullable String next, List<SourceAnswer> sources, List<String> withheld)
        implements Answer {}
