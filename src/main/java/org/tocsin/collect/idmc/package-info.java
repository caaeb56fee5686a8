/** Collects the movements of people displaced inside their countries from IDMC's Internal Displacement Updates. */
@NullMarked
package org.tocsin.collect.idmc;

import org.jspecify.annotations.NullMarked;
