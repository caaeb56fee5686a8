package org.tocsin.collect;

/**
 * What a run did, counted.
 *
 * @param merged figures by what became of them
 * @param rejected rows that could not be figures
 * @param documents answers archived
 * @param bytes of those answers
 * @param texts in prose that were handed on
 */
public record RunCounts(Merged merged, int rejected, int documents, long bytes, int texts) {
    /** Of a run that merged nothing. */
    public static RunCounts unmerged(int rejected, int documents, long bytes) {
        return new RunCounts(Merged.NONE, rejected, documents, bytes, 0);
    }

    /** Figures by what became of them. */
    public record Merged(int added, int revised, int retracted, int unchanged, int duplicates, int held) {
        public static final Merged NONE = new Merged(0, 0, 0, 0, 0, 0);
    }
}
