/** The journey of a figure, one step a page: collect, watch, sweep, relay. Only these open transactions. */
@NullMarked
package org.tocsin.pipeline;

import org.jspecify.annotations.NullMarked;
