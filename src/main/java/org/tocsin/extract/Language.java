package org.tocsin.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A language that can be read, and how to tell it from the others. */
enum Language {
    EN,
    FR,
    ES;

    private static final int ENOUGH = 600;
    private static final Map<Language, Set<String>> COMMON = Map.of(
            EN,
            Set.of(
                    "the", "of", "and", "to", "in", "have", "were", "by", "people", "for", "with", "from", "at", "is",
                    "was", "said"),
            FR,
            Set.of(
                    "le", "les", "des", "et", "du", "dans", "une", "pour", "qui", "sont", "ont", "par", "au", "plus",
                    "est", "ete"),
            ES,
            Set.of(
                    "el",
                    "los",
                    "las",
                    "y",
                    "del",
                    "en",
                    "una",
                    "por",
                    "con",
                    "que",
                    "han",
                    "al",
                    "mas",
                    "fueron",
                    "personas",
                    "se"));

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the noun stands behind its adjectives, so that the last noun of a group is the one counted. */
    boolean nounComesLast() {
        return this == EN;
    }

    char decimalMark() {
        return this == EN ? '.' : ',';
    }

    /** The declared language when it is one of these, else the one whose most common words the text uses most. */
    static Language of(@Nullable String declared, List<Token> tokens) {
        for (Language language : values()) {
            if (declared != null && declared.toLowerCase(Locale.ROOT).startsWith(language.code())) {
                return language;
            }
        }
        Language best = EN;
        int most = 0;
        for (Language language : values()) {
            Set<String> common = COMMON.getOrDefault(language, Set.of());
            int hits = 0;
            for (Token token : tokens.subList(0, Math.min(ENOUGH, tokens.size()))) {
                hits += common.contains(token.form()) ? 1 : 0;
            }
            if (hits > most) {
                most = hits;
                best = language;
            }
        }
        return best;
    }
}
