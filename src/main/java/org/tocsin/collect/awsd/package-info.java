/** Collects attacks on aid workers, incident by incident, from the Aid Worker Security Database. */
@NullMarked
package org.tocsin.collect.awsd;

import org.jspecify.annotations.NullMarked;
