package org.tocsin.series;

/** What one merge did, counted in figures. */
public record MergeCounts(int added, int revised, int retracted, int unchanged, int duplicates, int held) {
    /** How many figures the source stated. */
    public int stated() {
        return added + revised + unchanged + held;
    }
}
