package org.tocsin.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The way from prose to figures: pure, and the same text always gives the same answer. Safe for many threads at once. */
public final class Extractor {
    private final Map<Language, Reader> readers = new EnumMap<>(Language.class);
    private final ArticleCutter cutter = new ArticleCutter();

    private Extractor() {
        Gazetteer gazetteer = Gazetteer.shipped();
        for (Language language : Language.values()) {
            readers.put(language, new Reader(Pack.shipped(language, gazetteer), gazetteer));
        }
    }

    /** One with the lexicons and rules that the program ships. */
    public static Extractor shipped() {
        return new Extractor();
    }

    /** The articles of a page, in its order; they cover it without a gap. */
    public List<Article> articles(Prose prose) {
        return cutter.cut(prose);
    }

    /** Every figure the text asserts, in its order; offsets are of the whole page. Never fails on any text. */
    public List<Told> read(Prose prose) {
        List<Told> told = new ArrayList<>();
        for (Article article : articles(prose)) {
            String text = prose.text();
            Language language = Language.of(
                    prose.language(),
                    Tokenizer.tokens(text, article.start(), Math.min(article.end(), article.start() + 4000)));
            told.addAll(reader(language).read(text, article));
        }
        return told;
    }

    private Reader reader(Language language) {
        Reader reader = readers.get(language);
        if (reader == null) {
            throw new IllegalStateException("no words for " + language);
        }
        return reader;
    }
}
