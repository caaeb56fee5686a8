package org.tocsin.series;

import java.util.Arrays;

/**
 * Suspects records of coming twice in a batch, in bounded memory, as a Bloom filter: a record whose four bits are set already may be a
 * repeat, any other is none. The memory grows with the batch to 16 MB at most, where a million records make no false suspect, ten
 * million some thousands.
 */
final class Repeats {
    private static final int PAGES = 1 << 12;
    private static final int WORDS = 1 << 9;
    private static final int BITS = 4;
    private static final long[] UNUSED = {};

    private final long[][] pages = new long[PAGES][];
    private boolean any;

    Repeats() {
        Arrays.fill(pages, UNUSED);
    }

    boolean suspects(String record, String part) {
        long hash = hashed(part, hashed(record, 0) + 1);
        long step = mixed(hash) | 1;
        boolean seen = true;
        for (int i = 0; i < BITS; i++) {
            hash += step;
            seen &= set(mixed(hash));
        }
        any |= seen;
        return seen;
    }

    /** Whether there was a suspect. */
    boolean any() {
        return any;
    }

    /** Sets the bit that the first 27 bits of a number name; returns whether it was set. */
    private boolean set(long number) {
        int page = (int) (number >>> 52);
        int word = (int) (number >>> 43) & WORDS - 1;
        long bit = 1L << (number >>> 37);
        if (pages[page].length == 0) {
            pages[page] = new long[WORDS];
        }
        boolean was = (pages[page][word] & bit) != 0;
        pages[page][word] |= bit;
        return was;
    }

    /** FNV-1a over characters, in 64 bits: those of {@link String#hashCode} are too few. */
    private static long hashed(String text, long seed) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finalizer of MurmurHash3: every bit of the input changes every bit of the answer. */
    private static long mixed(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
