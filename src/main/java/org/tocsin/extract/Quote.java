package org.tocsin.extract;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement stands and who the text says makes it.
 *
 * @param span its words in the page
 * @param partOf words of the statement it is a part of ("of whom 30 children")
 * @param source who gives the number, as the text names them
 * @param article number of the article it stands in
 */
public record Quote(
        Span span, @Nullable Span partOf, @Nullable String source, int article) {}
