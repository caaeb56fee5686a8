package org.tocsin.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of text in a chart, and how much room they take. The room is estimated from above, after the widths of
 * DejaVu Sans: the font that a browser will choose for the SVG is unknown, and both pictures share one layout.
 */
enum Lettering {
    TITLE(15, true, Tone.INK),
    UNIT(12, false, Tone.MUTED),
    TICK(11, false, Tone.MUTED),
    LEGEND(11, false, Tone.INK),
    LEVEL(11, true, Tone.LEVEL),
    CREDIT(10, false, Tone.MUTED);

    private static final String ELLIPSIS = "\u2026";

    private final double size;
    private final boolean bold;
    private final Tone tone;

    Lettering(double size, boolean bold, Tone tone) {
        this.size = size;
        this.bold = bold;
        this.tone = tone;
    }

    double size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    Tone tone() {
        return tone;
    }

    boolean rimmed() {
        return this == LEVEL;
    }

    double lineHeight() {
        return size * 1.35;
    }

    double width(String text) {
        return text.codePoints().mapToDouble(Lettering::ems).sum() * size * (bold ? 1.1 : 1);
    }

    /** The text, cut with an ellipsis where it is wider than the room. */
    String fit(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + ELLIPSIS) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    /** The text in lines no wider than the room; what does not fit into the last line is cut. */
    List<String> wrap(String text, double room, int mostLines) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String[] words = text.strip().split("\\s+", -1);
        for (String word : words) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer) <= room || lines.size() == mostLines - 1) {
                line = longer;
            } else {
                lines.add(fit(line, room));
                line = word;
            }
        }
        lines.add(fit(line, room));
        return lines;
    }

    private static double ems(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.SPACE_SEPARATOR -> 0.32;
            case Character.OTHER_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION -> 0.4;
            case Character.UPPERCASE_LETTER -> 0.72;
            default -> Character.isIdeographic(letter) ? 1 : 0.62;
        };
    }
}
