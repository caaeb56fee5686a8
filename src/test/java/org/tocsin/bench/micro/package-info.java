/** What JMH measures of the parts that only compute; compiled by the Maven profile {@code bench} and started by {@code ops/bench/micro}. */
@NullMarked
package org.tocsin.bench.micro;

import org.jspecify.annotations.NullMarked;
