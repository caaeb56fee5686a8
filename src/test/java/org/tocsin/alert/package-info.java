/** Tests of the state machine of alerts, pure and on a real PostgreSQL. */
@NullMarked
package org.tocsin.alert;

import org.jspecify.annotations.NullMarked;
