package org.tocsin.report;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.figure.Cause;

/** Suggests from the words of a text why people were hit. */
final class CauseWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final NavigableMap<String, Cause> beginnings;

    private CauseWords(NavigableMap<String, Cause> beginnings) {
        this.beginnings = beginnings;
    }

    /** Those that the program ships. */
    static CauseWords shipped() {
        Properties lists = new Properties();
        try (Reader words = new InputStreamReader(
                Objects.requireNonNull(CauseWords.class.getResourceAsStream("causes.properties"), "causes.properties"),
                StandardCharsets.UTF_8)) {
            lists.load(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        NavigableMap<String, Cause> beginnings = new TreeMap<>();
        for (String cause : lists.stringPropertyNames()) {
            for (String beginning :
                    Splitter.onPattern("\\s+").omitEmptyStrings().split(lists.getProperty(cause))) {
                beginnings.put(beginning, new Cause(cause));
            }
        }
        return new CauseWords(beginnings);
    }

    /** The cause that most of the telling words stand for; {@code all} if there are none, or no more for one than for another. */
    Cause in(String text) {
        Map<Cause, Integer> counts = new HashMap<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            of(words.group()).ifPresent(cause -> counts.merge(cause, 1, Integer::sum));
        }
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return counts.values().stream().filter(count -> count == most).count() == 1
                ? counts.entrySet().stream()
                        .filter(entry -> entry.getValue() == most)
                        .findFirst()
                        .orElseThrow()
                        .getKey()
                : Cause.ALL;
    }

    /** The longest beginning that the word has, or the word itself with its full stop. */
    private Optional<Cause> of(String word) {
        Map.Entry<String, Cause> nearest = beginnings.floorEntry(word + ".");
        while (nearest != null && nearest.getKey().charAt(0) == word.charAt(0)) {
            if (begins(nearest.getKey(), word)) {
                return Optional.of(nearest.getValue());
            }
            nearest = beginnings.lowerEntry(nearest.getKey());
        }
        return Optional.empty();
    }

    private static boolean begins(String beginning, String word) {
        int whole = beginning.length() - 1;
        return beginning.charAt(whole) == '.'
                ? word.length() == whole && beginning.startsWith(word)
                : word.startsWith(beginning);
    }
}
