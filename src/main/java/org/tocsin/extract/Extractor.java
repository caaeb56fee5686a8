package org.tocsin.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Qualifier;

/** The way from prose to figures: pure, and the same text always gives the same answer. */
public final class Extractor {
    private static final Pattern PLAIN =
            Pattern.compile("\\b(\\d{1,3}(?:,\\d{3}){0,3}) people were (killed|injured|displaced|affected)\\b");

    private Extractor() {}

    /** One with the lexicons and rules that the program ships. */
    public static Extractor shipped() {
        return new Extractor();
    }

    /** The articles of a page, in its order; they cover it without a gap. */
    public List<Article> articles(Prose prose) {
        return List.of(
                new Article(0, prose.title(), prose.date(), 0, prose.text().length()));
    }

    /** Every figure the text asserts, in its order; offsets are of the whole page. Never fails on any text. */
    public List<Told> read(Prose prose) {
        List<Told> told = new ArrayList<>();
        Matcher plain = PLAIN.matcher(prose.text());
        while (plain.find()) {
            ToldMetric metric = ToldMetric.of(plain.group(2).toLowerCase(Locale.ROOT));
            told.add(new Told(
                    new What(metric, null, Kind.FLOW, null),
                    Amount.of(new BigDecimal(plain.group(1).replace(",", "")), Qualifier.EXACT, "persons"),
                    When.UNTOLD,
                    Where.UNTOLD,
                    new Quote(Span.of(prose.text(), plain.start(), plain.end()), null, null, 0),
                    new Trace("plain", List.of(new Trace.Part("one clause", 0.9)))));
        }
        return told;
    }
}
