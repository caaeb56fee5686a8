package org.tocsin.figure;

import org.jspecify.annotations.Nullable;

/**
 * What two figures must share to be statements about the same thing.
 *
 * @param origin for people who crossed a border, the country they came from; for those displaced inside their country the area they
 *     left, where the source tells parts of one place apart by it
 */
public record SeriesKey(Line line, Place place, @Nullable String origin, Rolling rolling) {
    public static SeriesKey part(Line line, Place place) {
        return new SeriesKey(line, place, null, Rolling.PART);
    }

    public static SeriesKey total(Line line, Place place) {
        return new SeriesKey(line, place, null, Rolling.TOTAL);
    }
}
