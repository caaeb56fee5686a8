/** Programs that measure what the design promises, side by side in one run; started by {@code ops/bench}. */
@NullMarked
package org.tocsin.bench;

import org.jspecify.annotations.NullMarked;
