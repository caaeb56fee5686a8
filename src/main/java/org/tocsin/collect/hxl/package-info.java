/** Collects any table whose columns carry hashtags of the Humanitarian Exchange Language. */
@NullMarked
package org.tocsin.collect.hxl;

import org.jspecify.annotations.NullMarked;
