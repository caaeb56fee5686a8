package org.tocsin.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.report.Candidate;
import org.tocsin.report.Event;
import org.tocsin.report.Report;
import org.tocsin.series.FigureId;
import org.tocsin.series.FigureStore;

/** Reads candidates for the API, with what a reviewer needs beside each. */
record CandidateReader(Doors.Reported reported, FigureStore figures) {
    CandidateAnswer answer(Candidate candidate) {
        List<Event> events = candidate.standing().state() == Candidate.State.WAITING
                ? reported.events().suggestions(candidate.proposal())
                : List.of();
        return CandidateAnswer.from(
                candidate, reported.reports().get(candidate.key().report()), events, figure(candidate));
    }

    private @Nullable FigureId figure(Candidate candidate) {
        Candidate.Ruling ruling = candidate.standing().ruling();
        Candidate.Home home = ruling == null ? null : ruling.home();
        return home == null
                ? null
                : figures.find(Report.SOURCE, home.record(), home.part()).orElse(null);
    }
}
