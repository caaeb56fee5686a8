/** Bitemporal series: the days a figure is about times the moments it was believed. */
@NullMarked
package org.tocsin.series;

import org.jspecify.annotations.NullMarked;
