package org.tocsin.collect.acled;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Period;

/** What an archived answer was asked for, by its address. */
final class Asked {
    /** An event dated to a week can end so many days after the day it is filed under. */
    private static final int REST_OF_A_WEEK = 6;

    private final Map<String, String> parameters;
    private final boolean forDeleted;

    private Asked(Map<String, String> parameters, boolean forDeleted) {
        this.parameters = parameters;
        this.forDeleted = forDeleted;
    }

    static Asked of(URI address) {
        Map<String, String> parameters = Arrays.stream(
                        String.valueOf(address.getRawQuery()).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], Asked::value, (one, other) -> one));
        return new Asked(parameters, String.valueOf(address.getPath()).endsWith("/deleted/read"));
    }

    boolean isForDeleted() {
        return forDeleted;
    }

    /** Whether a page with so many rows ends its walk. */
    boolean isEndedBy(long rows) throws UnreadableDocumentException {
        try {
            return rows < Long.parseLong(parameters.getOrDefault("limit", ""));
        } catch (NumberFormatException e) {
            throw new UnreadableDocumentException("", "url", "does not say how long a page is");
        }
    }

    /**
     * What the walk was whole for; empty for one of changes, and for days that ACLED has not come to yet.
     *
     * <p>It begins with the first month of which all events were asked for, so that one dated to a week or a month, which may be filed
     * under a day before, is not missed; it ends with the Friday up to which ACLED had coded.
     */
    Optional<Extent> extent(Document document, Page page) throws UnreadableDocumentException {
        String[] days = parameters.getOrDefault("event_date", "").split("\\|", 2);
        if (days.length < 2) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.parse(days[0])
                    .plusDays(REST_OF_A_WEEK)
                    .minusDays(1)
                    .with(TemporalAdjusters.firstDayOfNextMonth());
            LocalDate last = earlier(LocalDate.parse(days[1]), coded(document, page));
            return last.isBefore(first)
                    ? Optional.empty()
                    : Optional.of(
                            new Extent(AcledCollector.ID, countries(), new Period(first, last), document.fetchedOn()));
        } catch (DateTimeException e) {
            throw new UnreadableDocumentException("", "url", "names days that are none: " + e.getMessage());
        }
    }

    /** ACLED publishes on Tuesdays what happened up to the Friday before. */
    private static LocalDate coded(Document document, Page page) {
        LocalDate tuesday = document.fetchedOn().with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY));
        LocalDate published = page.hoursOld() == null
                ? tuesday
                : document.fetchedAt()
                        .minus(page.hoursOld(), ChronoUnit.HOURS)
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
        return earlier(tuesday, published).with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private String countries() throws UnreadableDocumentException {
        String named = parameters.getOrDefault("country", "");
        if (named.isEmpty()) {
            return "";
        }
        TreeSet<String> codes = new TreeSet<>();
        for (String name : named.split("\\|", -1)) {
            codes.add(CountryNames.iso3(name)
                    .orElseThrow(() -> new UnreadableDocumentException("", "url", "names no country: " + name)));
        }
        return "country:" + String.join(",", codes);
    }

    private static String value(String[] pair) {
        return pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
    }
}
