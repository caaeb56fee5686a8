package org.tocsin.series;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row in PostgreSQL's text format of COPY (tab separated, backslash escaped, {@code \\N} for null). */
final class CopyText {
    private final StringBuilder row = new StringBuilder(512);

    CopyText add(@Nullable String text) {
        separate();
        if (text == null) {
            row.append("\\N");
            return this;
        }
        if (isPlain(text)) {
            row.append(text);
        } else {
            text.chars().forEach(c -> escape((char) c));
        }
        return this;
    }

    CopyText add(@Nullable BigDecimal number) {
        separate();
        row.append(number == null ? "\\N" : number.toPlainString());
        return this;
    }

    CopyText add(long number) {
        separate();
        row.append(number);
        return this;
    }

    CopyText add(boolean flag) {
        separate();
        row.append(flag ? 't' : 'f');
        return this;
    }

    /** Text that is known to hold nothing to escape, such as a date or a code. */
    CopyText plain(@Nullable Object text) {
        separate();
        row.append(text == null ? "\\N" : text);
        return this;
    }

    /** Ends the row and hands it to {@code out}, which empties this for the next one. */
    void endInto(StringBuilder out) {
        out.append(row).append('\n');
        row.setLength(0);
    }

    private void separate() {
        if (!row.isEmpty()) {
            row.append('\t');
        }
    }

    /** All but a few texts are, and go in one piece. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escape(char c) {
        switch (c) {
            case '\\' -> row.append("\\\\");
            case '\t' -> row.append("\\t");
            case '\n' -> row.append("\\n");
            case '\r' -> row.append("\\r");
            case '\0' -> row.append(' ');
            default -> row.append(c);
        }
    }
}
