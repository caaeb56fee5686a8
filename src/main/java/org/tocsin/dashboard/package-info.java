/** The pages: what stands where, what rang, and where each number comes from; plain HTML that needs no script. */
@NullMarked
package org.tocsin.dashboard;

import org.jspecify.annotations.NullMarked;
