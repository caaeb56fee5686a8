package org.tocsin.series;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The public name of a figure: its series and the source's record, so that it is found without a search.
 *
 * <p>Written as {@code SERIES.RECORD} or {@code SERIES.RECORD.PART}, record and part in URL-safe Base64 without padding.
 */
public record FigureId(long series, String record, String part) {
    @Override
    public String toString() {
        return series + "." + encode(record) + (part.isEmpty() ? "" : "." + encode(part));
    }

    /** Reads a public name; empty if it is none. */
    public static Optional<FigureId> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length < 2 || parts.length > 3) {
            return Optional.empty();
        }
        try {
            String part = parts.length == 3 ? decode(parts[2]) : "";
            return Optional.of(new FigureId(Long.parseLong(parts[0]), decode(parts[1]), part));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
