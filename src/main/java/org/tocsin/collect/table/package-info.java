/** Reads tables of figures, one figure a row: those that people hand over, and spreadsheets that they export to an address. */
@NullMarked
package org.tocsin.collect.table;

import org.jspecify.annotations.NullMarked;
