/** Reports in prose: the figures and changes read out of them wait as candidates until a person has confirmed or rejected each. */
@NullMarked
package org.tocsin.report;

import org.jspecify.annotations.NullMarked;
