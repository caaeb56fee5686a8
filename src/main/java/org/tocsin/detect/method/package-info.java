/** The methods on plain numbers: what tells a spike, as the literature and its programs have it. Knows no rule and no figure. */
@NullMarked
package org.tocsin.detect.method;

import org.jspecify.annotations.NullMarked;
