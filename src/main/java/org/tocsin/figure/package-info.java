/** The words of the house: figures, metrics, quantities, periods, places and where they came from. */
@NullMarked
package org.tocsin.figure;

import org.jspecify.annotations.NullMarked;
