package org.tocsin.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a lexicon's lines: {@code tag value = term, term(s,es), ...}; an empty ending is always meant as well, a line that ends in a comma goes
 * on, and # starts a comment.
 */
final class LexiconFile {
    private final String name;

    LexiconFile(String name) {
        this.name = name;
    }

    void into(Lexicon lexicon) {
        for (String line : lines()) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new IllegalStateException("no = in " + name + ": " + line);
            }
            String[] head = line.substring(0, equals).strip().split("\\s+", 2);
            Sense sense = new Sense(Tag.valueOf(head[0].toUpperCase(Locale.ROOT)), head.length > 1 ? head[1] : "");
            for (String term : split(line.substring(equals + 1))) {
                spellings(term.strip()).forEach(spelling -> lexicon.add(spelling, sense));
            }
        }
    }

    /** All spellings of the terms with one tag. */
    List<String> terms(Tag tag) {
        List<String> terms = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(tag.name().toLowerCase(Locale.ROOT) + " ")) {
                split(line.substring(line.indexOf('=') + 1)).forEach(term -> terms.addAll(spellings(term.strip())));
            }
        }
        return terms;
    }

    /** The lines that say something, continued ones joined. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String raw : raw()) {
            String line = raw.startsWith("#") ? "" : raw.strip();
            open.append(line);
            if (!line.endsWith(",") && !open.isEmpty()) {
                lines.add(open.toString());
                open.setLength(0);
            }
        }
        return lines;
    }

    private List<String> raw() {
        try (InputStream in = LexiconFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** At commas that do not stand in brackets. */
    private static List<String> split(String terms) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= terms.length(); i++) {
            char c = i == terms.length() ? ',' : terms.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                if (!terms.substring(start, i).isBlank()) {
                    parts.add(terms.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static List<String> spellings(String term) {
        int open = term.indexOf('(');
        if (open < 0) {
            return List.of(term);
        }
        int close = term.indexOf(')', open);
        List<String> spellings = new ArrayList<>();
        for (String rest : spellings(term.substring(close + 1))) {
            spellings.add(term.substring(0, open) + rest);
            for (String ending : term.substring(open + 1, close).split(",", -1)) {
                spellings.add(term.substring(0, open) + ending.strip() + rest);
            }
        }
        return spellings;
    }
}
