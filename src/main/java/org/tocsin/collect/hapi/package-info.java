/** Collects what the Humanitarian API of HDX holds of other organisations' figures, from the API or from its tables. */
@NullMarked
package org.tocsin.collect.hapi;

import org.jspecify.annotations.NullMarked;
