/** Collects how many people are displaced where, round by round, from IOM's Displacement Tracking Matrix. */
@NullMarked
package org.tocsin.collect.dtm;

import org.jspecify.annotations.NullMarked;
