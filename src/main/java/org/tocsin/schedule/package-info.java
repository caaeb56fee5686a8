/** When a named task is due, for all nodes together: Quartz as a clock, which knows no more of a task than its name. */
@NullMarked
package org.tocsin.schedule;

import org.jspecify.annotations.NullMarked;
