package org.tocsin.report;

import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the sentences of a text begin, well enough to quote one beside what was read from it. The JDK's own rules do not begin a
 * sentence with a number, which is how the ones that matter here often begin.
 */
final class Sentences {
    /** A longer one is cut around the words; a text without full stops is one sentence. */
    private static final int LONGEST = 2000;

    private static final Pattern BREAK = Pattern.compile("(?<=[.!?\u2026][\"\u201d\u00bb')]{0,2})"
            + "(?<!\\b(?:\\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|St|No|Sr|Sra|Mme)\\.)"
            + "\\s{1,8}(?=[\\p{Lu}\\p{N}\"\u201c\u00ab'(\u00bf\u00a1])|\\n\\s{0,8}\\n");

    private final String text;
    private final NavigableSet<Integer> starts = new TreeSet<>();

    Sentences(String text) {
        this.text = text;
        starts.add(0);
        Matcher breaks = BREAK.matcher(text);
        while (breaks.find()) {
            starts.add(breaks.end());
        }
    }

    /** The sentence or sentences that the words from one offset to another stand in. */
    String around(int start, int end) {
        int first = Objects.requireNonNull(starts.floor(start), "every text begins");
        Integer next = starts.ceiling(end);
        int last = next == null ? text.length() : next;
        return text.substring(Math.max(first, start - LONGEST / 2), Math.min(last, end + LONGEST / 2))
                .strip();
    }
}
