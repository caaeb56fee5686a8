/** Collects the civilian casualties in Ukraine that OHCHR verified, from the table kept of its updates. */
@NullMarked
package org.tocsin.collect.ohchr;

import org.jspecify.annotations.NullMarked;
