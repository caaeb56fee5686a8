/** Collects people who died or went missing while migrating, incident by incident, from IOM's Missing Migrants Project. */
@NullMarked
package org.tocsin.collect.migrants;

import org.jspecify.annotations.NullMarked;
