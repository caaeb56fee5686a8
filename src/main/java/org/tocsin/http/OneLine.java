package org.tocsin.http;

/** Makes the far end's words fit for a log line: no control characters, no length to fill a disk with. */
final class OneLine {
    private static final int LONGEST = 300;

    private OneLine() {}

    static String of(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
