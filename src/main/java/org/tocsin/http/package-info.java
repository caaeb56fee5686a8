/** Polite, bounded talk with other people's servers: one exchange, or a whole fetch with its retries and redirects. */
@NullMarked
package org.tocsin.http;

import org.jspecify.annotations.NullMarked;
