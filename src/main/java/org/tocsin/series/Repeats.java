package org.tocsin.series;

import java.util.Arrays;

/**
 * Suspects records of coming twice in a batch, in bounded memory: a record whose bit is set already may be a repeat, one whose bit is
 * not is none. The memory grows with the batch to 16 MB at most; half a million records make about a thousand false suspects.
 */
final class Repeats {
    private static final int PAGES = 1 << 12;
    private static final int WORDS = 1 << 9;

    private static final long[] UNUSED = {};

    private final long[][] pages = new long[PAGES][];
    private boolean any;

    Repeats() {
        Arrays.fill(pages, UNUSED);
    }

    boolean suspects(String record, String part) {
        long hash = mixed(record.hashCode() * 0x1_0000_0001L + part.hashCode());
        int page = (int) (hash >>> 52);
        int word = (int) (hash >>> 43) & WORDS - 1;
        long bit = 1L << (hash >>> 37);
        long[] words = pages[page];
        if (words.length == 0) {
            words = new long[WORDS];
            pages[page] = words;
        }
        boolean seen = (words[word] & bit) != 0;
        words[word] |= bit;
        any |= seen;
        return seen;
    }

    /** Whether there was a suspect. */
    boolean any() {
        return any;
    }

    /** The finalizer of MurmurHash3: every bit of the input changes every bit of the answer. */
    private static long mixed(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
