/** Pictures of a series, as SVG for pages and PNG for mails: one layout, two pens, and no knowledge of where the numbers came from. */
@NullMarked
package org.tocsin.chart;

import org.jspecify.annotations.NullMarked;
