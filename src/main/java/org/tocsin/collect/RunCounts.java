package org.tocsin.collect;

/**
 * What a run did, counted.
 *
 * @param merged figures by what became of them
 * @param rejected rows that could not be figures
 * @param documents answers archived
 * @param bytes of those answers
 */
public record RunCounts(Merged merged, int rejected, int documents, long bytes) {
    /** Figures by what became of them. */
    public record Merged(int added, int revised, int retracted, int unchanged, int duplicates, int held) {
        public static final Merged NONE = new Merged(0, 0, 0, 0, 0, 0);
    }
}
