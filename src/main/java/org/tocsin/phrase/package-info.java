/** Sentences in the reader's language, made from numbers: for mails, pages and the terminal alike. */
@NullMarked
package org.tocsin.phrase;

import org.jspecify.annotations.NullMarked;
