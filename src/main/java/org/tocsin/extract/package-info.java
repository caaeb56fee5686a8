/** Figures out of prose: a text is cut into articles, and each quantity that it asserts about people or their money is told. */
@NullMarked
package org.tocsin.extract;

import org.jspecify.annotations.NullMarked;
