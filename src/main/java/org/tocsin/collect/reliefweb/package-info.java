/** Collects reports in prose, and the key figures that editors kept until 2024, from OCHA's ReliefWeb. */
@NullMarked
package org.tocsin.collect.reliefweb;

import org.jspecify.annotations.NullMarked;
