/** Tests of the rules, on numbers alone. */
@NullMarked
package org.tocsin.detect;

import org.jspecify.annotations.NullMarked;
