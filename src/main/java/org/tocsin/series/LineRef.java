package org.tocsin.series;

import org.tocsin.figure.Line;

/** A stored line and its number. */
public record LineRef(long id, Line line) {}
