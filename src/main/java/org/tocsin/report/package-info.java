/** What reports say in prose beside figures: changes told in percent, kept as said. */
@NullMarked
package org.tocsin.report;

import org.jspecify.annotations.NullMarked;
