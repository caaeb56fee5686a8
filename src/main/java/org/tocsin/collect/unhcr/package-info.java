/** Collects refugees, asylum-seekers, displaced people and returns by year and by pair of countries from UNHCR's statistics. */
@NullMarked
package org.tocsin.collect.unhcr;

import org.jspecify.annotations.NullMarked;
