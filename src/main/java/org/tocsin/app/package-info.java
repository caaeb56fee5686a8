/** The program: its settings, its wiring, its commands. The only place that knows everything, and what time it is. */
@NullMarked
package org.tocsin.app;

import org.jspecify.annotations.NullMarked;
