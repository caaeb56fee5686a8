/** Collects what humanitarian appeals ask for and what they got from OCHA's Financial Tracking Service. */
@NullMarked
package org.tocsin.collect.fts;

import org.jspecify.annotations.NullMarked;
