/** Collects yearly displacement by conflict and by disaster from IDMC's Global Internal Displacement Database. */
@NullMarked
package org.tocsin.collect.gidd;

import org.jspecify.annotations.NullMarked;
