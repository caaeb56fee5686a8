package org.tocsin.extract;

import org.jspecify.annotations.Nullable;

/**
 * The place a statement is about.
 *
 * @param name as the text or the title has it
 * @param iso3 country of the people counted; for people who crossed a border the country of asylum
 * @param originIso3 the country they left, where they crossed a border
 */
public record Where(
        @Nullable String name,
        @Nullable String iso3,
        @Nullable String originIso3) {
    public static final Where UNTOLD = new Where(null, null, null);
}
