package org.tocsin.figure;

/**
 * Which of the source's own records said it. One record may say several things: the part tells them apart.
 *
 * @param overwritten whether the source keeps only the newest value under this id (a plan's requirement); every day's value is then
 *     a statement of its own, and an unchanged one is none
 */
public record SourceRecord(String id, String part, boolean overwritten) {
    public SourceRecord {
        if (id.isBlank()) {
            throw new InvalidFigureException("record", "figure without a record id");
        }
    }

    public static SourceRecord of(String id) {
        return new SourceRecord(id, "", false);
    }

    public static SourceRecord of(String id, String part) {
        return new SourceRecord(id, part, false);
    }

    /** A value that the source overwrites in place. */
    public static SourceRecord overwritten(String id, String part) {
        return new SourceRecord(id, part, true);
    }
}
