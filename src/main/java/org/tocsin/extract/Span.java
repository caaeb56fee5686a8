package org.tocsin.extract;

/** The exact words in the page that a statement rests on. */
public record Span(int start, int end, String text) {
    public Span {
        if (start < 0 || end - start != text.length()) {
            throw new IllegalArgumentException("span from " + start + " to " + end + " does not hold '" + text + "'");
        }
    }

    /** The words from one offset to another. */
    public static Span of(CharSequence page, int start, int end) {
        return new Span(start, end, page.subSequence(start, end).toString());
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
