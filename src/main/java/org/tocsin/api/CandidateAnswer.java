package org.tocsin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.report.Candidate;
import org.tocsin.report.Event;
import org.tocsin.report.ProposalJson;
import org.tocsin.report.Report;
import org.tocsin.series.FigureId;

/**
 * Something a report seems to tell.
 *
 * @param version to be named in the decision
 * @param proposal the fields of the figure or the change as it was read; each of them can be corrected
 * @param events known events it may belong to, the likeliest first
 */
record CandidateAnswer(
        UUID id,
        From report,
        String state,
        int version,
        Excerpt excerpt,
        ObjectNode proposal,
        Trust trust,
        List<Happened> events,
        @Nullable Decided decision)
        implements Answer {
    /** The report it stands in. */
    record From(
            UUID id,
            String title,
            LocalDate published,
            @Nullable URI url) {}

    /** The words it rests on, by their place in the text in Unicode characters. */
    record Excerpt(int start, int end, String words, String sentence) {}

    /** How far the reading is to be trusted, and why. */
    record Trust(String rule, double confidence, List<Candidate.Trust.Part> parts) {}

    /** An event. */
    record Happened(
            UUID id,
            String name,
            String country,
            LocalDate starts,
            @Nullable LocalDate ends,
            String cause) {}

    /**
     * What was decided.
     *
     * @param figure the figure it is now part of; null if it is none, or one that is held
     */
    record Decided(
            Instant at,
            String by,
            @Nullable String reason,
            @Nullable ObjectNode confirmed,
            @Nullable UUID event,
            @Nullable String figure) {}

    static CandidateAnswer from(Candidate candidate, Report report, List<Event> events, @Nullable FigureId figure) {
        Candidate.Excerpt excerpt = candidate.excerpt();
        return new CandidateAnswer(
                candidate.id(),
                new From(
                        report.id(),
                        report.about().title(),
                        report.about().published(),
                        report.about().link()),
                candidate.standing().state().code(),
                candidate.standing().version(),
                new Excerpt(excerpt.start(), excerpt.end(), excerpt.words(), excerpt.sentence()),
                ProposalJson.write(candidate.proposal()),
                new Trust(
                        candidate.trust().rule(),
                        candidate.trust().confidence(),
                        candidate.trust().parts()),
                events.stream().map(CandidateAnswer::happened).toList(),
                decided(candidate.standing().ruling(), figure));
    }

    private static Happened happened(Event event) {
        return new Happened(
                event.id(),
                event.name(),
                event.where().country(),
                event.when().starts(),
                event.when().ends(),
                event.cause().code());
    }

    private static @Nullable Decided decided(Candidate.@Nullable Ruling ruling, @Nullable FigureId figure) {
        return ruling == null
                ? null
                : new Decided(
                        ruling.at(),
                        ruling.by(),
                        ruling.reason(),
                        ruling.confirmed() == null ? null : ProposalJson.write(ruling.confirmed()),
                        ruling.home() == null ? null : ruling.home().event(),
                        figure == null ? null : figure.toString());
    }
}
