/** Reads the table of figures that people hand over, one figure a row. */
@NullMarked
package org.tocsin.collect.table;

import org.jspecify.annotations.NullMarked;
