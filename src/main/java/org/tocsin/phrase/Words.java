package org.tocsin.phrase;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one language: patterns of ICU's MessageFormat with named parts, since languages differ in the order of words and
 * in how many plurals they have. A further language is one more {@code words_LANGUAGE.properties}.
 */
final class Words {
    private static final String BUNDLE = "org.tocsin.phrase.words";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

    /** The reader's language, or English where we do not speak it. */
    Words(Locale reader) {
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, reader, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : reader;
    }

    /** The language really spoken. */
    Locale locale() {
        return locale;
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** @throws MissingResourceException when the language lacks the word, naming the key */
    String plain(String key) {
        return bundle.getString(key);
    }

    /** The pattern with its parts filled in; parts that are empty leave no gap. */
    String fill(String key, Map<String, ?> parts) {
        MessageFormat pattern = patterns.computeIfAbsent(key, wanted -> new MessageFormat(plain(wanted), locale));
        synchronized (pattern) { // an ICU format is not for two threads at once
            return pattern.format(parts).replaceAll(" {2,}", " ").strip();
        }
    }
}
