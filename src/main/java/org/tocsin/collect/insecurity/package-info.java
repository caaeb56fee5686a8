/** Collects aid and health workers killed, injured, kidnapped and arrested, event by event, from Insecurity Insight. */
@NullMarked
package org.tocsin.collect.insecurity;

import org.jspecify.annotations.NullMarked;
