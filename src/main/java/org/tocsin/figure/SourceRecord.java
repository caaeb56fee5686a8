package org.tocsin.figure;

/**
 * Which of the source's own records said it. One record may say several things: the part tells them apart.
 *
 * @param overwritten whether the source keeps only the newest value under this id (a plan's requirement); every day's value is then
 *     a statement of its own, and an unchanged one is none
 */
public record SourceRecord(String id, String part, boolean overwritten) {
    /** How the part of a record begins that is of a numbered round. */
    public static final String ROUND = "round ";

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

    /** A part of a numbered round of counting, all of which the next round replaces. */
    public static SourceRecord ofRound(String id, String number) {
        return new SourceRecord(id, ROUND + number, false);
    }

    /** A value that the source overwrites in place. */
    public static SourceRecord overwritten(String id, String part) {
        return new SourceRecord(id, part, true);
    }
}
