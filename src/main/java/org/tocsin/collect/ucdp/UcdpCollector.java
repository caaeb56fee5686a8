package org.tocsin.collect.ucdp;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;

/**
 * Fetches whole versions of the event dataset, page by page, and reads each event into its deaths.
 *
 * <p>An event keeps its id from candidate to final version: what was provisional is revised, and a candidate that the final version of
 * its time does not hold is gone.
 */
final class UcdpCollector implements Collector {
    static final SourceId ID = new SourceId("ucdp");

    private static final Source SOURCE = new Source(
            ID,
            "UCDP Georeferenced Event Dataset",
            new Terms(
                    "CC BY 4.0",
                    URI.create("https://ucdp.uu.se/downloads/"),
                    "Uppsala Conflict Data Program (UCDP); Davies et al. 2025, Sundberg and Melander 2013",
                    Redistribution.ROWS,
                    false),
            30,
            true);

    private static final int QUARTER = 3;

    /** Days of one on average: months of 28 and of 31 days are as long as each other. */
    private static final double MONTH = 30.44;

    private static final Pattern VERSION = Pattern.compile(".*/gedevents/([0-9.]+)");

    private final GedApi api;
    private final List<Version> versions;
    private final List<Version> optional;

    UcdpCollector(GedApi api, List<Version> versions, List<Version> optional) {
        this.api = api;
        this.versions = versions;
        this.optional = optional;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        List<Version> had = new ArrayList<>();
        List<Version> more = optional;
        if (versions.isEmpty() && optional.isEmpty()) {
            Version newest = newest(cursor, archive);
            had.add(newest);
            more = candidatesAfter(newest, cursor.today());
        }
        for (Version version : versions) {
            need(version, cursor.since(), archive);
            had.add(version);
        }
        for (Version version : longestFirst(more)) {
            // A final version holds what became of the candidates of its time, as candidates of several months do of
            // those
            // of each; one that is not in it must not come back.
            boolean overtaken = had.stream().anyMatch(version::isOvertakenBy);
            if (!overtaken && api.walk(version, cursor.since(), archive)) {
                had.add(version);
            }
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Version version = versionOf(document);
        Page page = Page.of(document);
        JsonRows.each(document, intake, row -> new GedEvent(row, version, document).tell(intake), "Result");
        boolean everything = !String.valueOf(document.url().getQuery()).contains("StartDate");
        if (page.isLast() && page.total() > 0 && everything) {
            intake.complete(new Extent(ID, "", version.covers(), document.fetchedOn()));
        }
    }

    private Version newest(Cursor cursor, Archive archive) throws FetchFailedException {
        Version thisYears = Version.finalOf(cursor.today().getYear());
        if (api.walk(thisYears, cursor.since(), archive)) {
            return thisYears;
        }
        Version lastYears = Version.finalOf(cursor.today().getYear() - 1);
        need(lastYears, cursor.since(), archive);
        return lastYears;
    }

    private void need(Version version, Optional<LocalDate> since, Archive archive) throws FetchFailedException {
        if (!api.walk(version, since, archive) && since.isEmpty()) {
            throw new FetchFailedException("unpublished", "version " + version + " is not there, or empty");
        }
    }

    /** Those of months, and those of the quarters up to them, of which only the longest that is published will be had. */
    private static List<Version> candidatesAfter(Version last, LocalDate today) {
        List<Version> candidates = new ArrayList<>();
        YearMonth month = YearMonth.from(last.covers().end()).plusMonths(1);
        for (; month.isBefore(YearMonth.from(today)); month = month.plusMonths(1)) {
            candidates.add(Version.candidatesOf(month));
            if (month.getMonthValue() % QUARTER == 0) {
                candidates.add(Version.candidatesUpTo(month));
            }
        }
        return candidates;
    }

    private static List<Version> longestFirst(List<Version> versions) {
        return versions.stream()
                .sorted(Comparator.comparingLong(
                        (Version version) -> -Math.round(version.covers().days() / MONTH)))
                .toList();
    }

    private static Version versionOf(Document document) throws UnreadableDocumentException {
        Matcher path = VERSION.matcher(document.url().getPath());
        try {
            return Version.of(path.matches() ? path.group(1) : "");
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("", "url", String.valueOf(e.getMessage()));
        }
    }
}
