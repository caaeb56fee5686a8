package org.tocsin.series;

import java.math.BigDecimal;
import org.tocsin.figure.Area;

/** What one line adds up to in one admin1 area. */
public record AreaSum(String country, Area area, BigDecimal value) {}
