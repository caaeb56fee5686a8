/** Reaches programs by webhooks signed after Standard Webhooks 1.0.0. */
@NullMarked
package org.tocsin.notify.webhook;

import org.jspecify.annotations.NullMarked;
