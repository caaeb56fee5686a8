/** Collects deaths in organised violence, event by event, from the Uppsala Conflict Data Program. */
@NullMarked
package org.tocsin.collect.ucdp;

import org.jspecify.annotations.NullMarked;
