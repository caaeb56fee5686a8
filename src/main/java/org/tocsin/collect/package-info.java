/** From a source's answer to figures: what a collector is, the archive of what was answered, and the log of runs. */
@NullMarked
package org.tocsin.collect;

import org.jspecify.annotations.NullMarked;
