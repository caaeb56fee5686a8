package org.tocsin.notify;

import org.jspecify.annotations.Nullable;

/**
 * Who claims.
 *
 * @param node the name of the process
 * @param lock the session lock by which others notice its end; null where it holds none, and only its lease tells
 */
record Claimant(String node, @Nullable Integer lock) {}
