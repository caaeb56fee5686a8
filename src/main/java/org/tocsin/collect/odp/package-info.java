/** Collects how many people are in which country of asylum from UNHCR's Operational Data Portal. */
@NullMarked
package org.tocsin.collect.odp;

import org.jspecify.annotations.NullMarked;
