/** Collects what disasters did to people, as far as the Global Disaster Alert and Coordination System says so. */
@NullMarked
package org.tocsin.collect.gdacs;

import org.jspecify.annotations.NullMarked;
