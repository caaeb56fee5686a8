/** Plumbing to PostgreSQL: the project's own local server, and what a server must be to be used. */
@NullMarked
package org.tocsin.db;

import org.jspecify.annotations.NullMarked;
