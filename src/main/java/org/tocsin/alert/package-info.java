/** What is due to be judged, what was decided and why, which alerts are open, and what is to be told of them. */
@NullMarked
package org.tocsin.alert;

import org.jspecify.annotations.NullMarked;
