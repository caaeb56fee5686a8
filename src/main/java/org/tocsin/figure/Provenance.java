package org.tocsin.figure;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure can be looked up again.
 *
 * @param link a page a person can open
 * @param document SHA-256 of the archived document, in hex
 * @param pointer where in the document: a JSON pointer, {@code row N} of a table, or a character span
 */
public record Provenance(@Nullable URI link, @Nullable LocalDate published, String document, String pointer) {}
