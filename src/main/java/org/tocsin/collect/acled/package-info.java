/** Collects deaths in political violence, event by event, from the Armed Conflict Location and Event Data project. */
@NullMarked
package org.tocsin.collect.acled;

import org.jspecify.annotations.NullMarked;
