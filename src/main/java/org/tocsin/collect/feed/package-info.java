/** Collects what news feeds publish, RSS and Atom, as texts to be read for figures. */
@NullMarked
package org.tocsin.collect.feed;

import org.jspecify.annotations.NullMarked;
