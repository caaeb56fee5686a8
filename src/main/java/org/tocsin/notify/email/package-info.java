/** Reaches people by e-mail: the message, and the two ways to post it. */
@NullMarked
package org.tocsin.notify.email;

import org.jspecify.annotations.NullMarked;
