/** Collects the daily casualty counts of Gaza, the West Bank and Lebanon that Tech for Palestine puts together. */
@NullMarked
package org.tocsin.collect.t4p;

import org.jspecify.annotations.NullMarked;
