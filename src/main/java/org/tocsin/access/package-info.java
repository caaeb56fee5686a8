/** Who may do what: keys, their roles, the operations each role may do, and the record of who did what. */
@NullMarked
package org.tocsin.access;

import org.jspecify.annotations.NullMarked;
