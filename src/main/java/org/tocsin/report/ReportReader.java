package org.tocsin.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.extract.Article;
import org.tocsin.extract.Extractor;
import org.tocsin.extract.Prose;
import org.tocsin.extract.Span;
import org.tocsin.extract.Told;
import org.tocsin.figure.InvalidFigureException;

/** Reads out of a report what may become figures; the same report always gives the same. */
public final class ReportReader {
    private final Extractor extractor;
    private final ToldReader proposals;

    ReportReader(Extractor extractor, ToldReader proposals) {
        this.extractor = extractor;
        this.proposals = proposals;
    }

    /** One with the lexicons and rules that the program ships. */
    public static ReportReader shipped() {
        return new ReportReader(Extractor.shipped(), new ToldReader(CauseWords.shipped()));
    }

    /**
     * What a text may tell, in its order, and what it tells that no figure can be.
     *
     * @param refused for example a number that nobody can mean
     */
    public record Reading(List<Found> found, List<Refused> refused) {
        public Reading {
            found = List.copyOf(found);
            refused = List.copyOf(refused);
        }
    }

    /** Something told that no figure can be: where it stands, the field that is wrong, and why. */
    public record Refused(String at, String field, String why) {}

    /** Reads a text. */
    public Reading read(Report.About about, String text) {
        Prose prose = new Prose(text, about.title(), about.published(), about.language());
        List<Article> articles = extractor.articles(prose);
        Page page = new Page(text, articles, new Sentences(text));
        List<Found> found = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Told told : extractor.read(prose)) {
            try {
                found.add(found(told, about, page));
            } catch (InvalidFigureException e) {
                refused.add(new Refused(page.excerpt(told).pointer(), e.field(), String.valueOf(e.getMessage())));
            }
        }
        return new Reading(found, refused);
    }

    private Found found(Told told, Report.About about, Page page) {
        Candidate.Excerpt excerpt = page.excerpt(told);
        ToldReader.Around around = new ToldReader.Around(
                excerpt.sentence(), page.article(told), page.published(told, about), about.countries());
        return new Found(
                excerpt,
                proposals.read(told, around),
                new Candidate.Trust(
                        told.trace().rule(),
                        told.confidence(),
                        told.trace().parts().stream()
                                .map(part -> new Candidate.Trust.Part(part.reason(), part.factor()))
                                .toList()));
    }

    /** A text with its articles and sentences. */
    private record Page(String text, List<Article> articles, Sentences sentences) {
        /** Its words, counted in characters as everybody counts them and not as Java does. */
        Candidate.Excerpt excerpt(Told told) {
            Span span = told.quote().span();
            int start = text.codePointCount(0, span.start());
            int end = start + text.codePointCount(span.start(), span.end());
            return new Candidate.Excerpt(start, end, span.text(), sentences.around(span.start(), span.end()));
        }

        String article(Told told) {
            Article article = articles.get(told.quote().article());
            return text.substring(article.start(), article.end());
        }

        LocalDate published(Told told, Report.About about) {
            LocalDate own = articles.get(told.quote().article()).date();
            return own == null ? about.published() : own;
        }
    }
}
