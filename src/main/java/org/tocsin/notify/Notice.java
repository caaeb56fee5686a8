package org.tocsin.notify;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Unit;

/**
 * All that a message about an alert can say, as numbers, not sentences: stored with the notification, so that every repeat of it
 * says the same, and sent as the {@code data} of a webhook. Values are in the unit of the measure.
 */
public record Notice(Alarm alarm, Topic topic, Reading reading, Origin origin, Background background, Links links) {

    /**
     * What happened to which alert.
     *
     * @param events the alert events this tells
     * @param level the level of the alert, also of one that is closed by this
     */
    public record Alarm(Occasion occasion, UUID alert, List<Long> events, Level level, String rule, String ruleTitle) {
        public Alarm {
            events = List.copyOf(events);
        }
    }

    /** What the alert is about. */
    public record Topic(Scope scope, Measure measure, Population population, Cause cause, Detail detail) {}

    /**
     * What narrows it down, where one statement is behind it.
     *
     * @param event the event as the source names it
     * @param place finer than the scope, where the figure is
     */
    public record Detail(
            @Nullable String event,
            @Nullable Place place,
            @Nullable Plan plan) {
        public static final Detail NONE = new Detail(null, null, null);
    }

    /** The appeal or response plan whose money it is, and its days. */
    public record Plan(String code, String name, Period days) {}

    /**
     * A crisis, or a country that lies in none.
     *
     * @param crisis empty for a country
     * @param name as it is shown
     * @param countries ISO 3166-1 alpha-3
     */
    public record Scope(@Nullable String crisis, String name, List<String> countries) {
        public Scope {
            countries = List.copyOf(countries);
        }
    }

    /**
     * The judged number.
     *
     * @param soFar whether the period is still incomplete
     * @param revisedFrom what the same period read before
     * @param mark what must be known of the number wherever it is told
     */
    public record Reading(
            Quantity quantity,
            Period period,
            boolean soFar,
            @Nullable BigDecimal revisedFrom,
            Finding finding,
            @Nullable Mark mark) {
        /** A number of which nothing more must be known. */
        public Reading(
                Quantity quantity, Period period, boolean soFar, @Nullable BigDecimal revisedFrom, Finding finding) {
            this(quantity, period, soFar, revisedFrom, finding, null);
        }
    }

    /** What must be known of a number wherever it is told. */
    public enum Mark {
        /** It was held back as implausible, and nothing has confirmed it within a day. */
        UNCONFIRMED_JUMP
    }

    /**
     * What it was held against.
     *
     * @param statistic the detector's own; unit as the detector says
     * @param threshold what a value had to reach for what was last told
     * @param reason code of the reason why this is told: of an alert that closes, why it does
     * @param gauge what the numbers are, where they are not in the unit of the measure
     */
    public record Finding(
            @Nullable Comparison comparison,
            @Nullable BigDecimal statistic,
            @Nullable BigDecimal threshold,
            @Nullable Frequency frequency,
            String reason,
            @Nullable Gauge gauge) {
        /** Numbers in the unit of the measure. */
        public Finding(
                @Nullable Comparison comparison,
                @Nullable BigDecimal statistic,
                @Nullable BigDecimal threshold,
                @Nullable Frequency frequency,
                String reason) {
            this(comparison, statistic, threshold, frequency, reason, null);
        }
    }

    /** Numbers that do not count what the measure counts. */
    public enum Gauge {
        /** Days without anything new from the source. */
        SILENT_DAYS,
        /** How many times its usual the ratio between two sources is. */
        TIMES_USUAL
    }

    /**
     * How often the rule was told of here, this time included.
     *
     * @param lastYear in the 365 days before
     * @param ever since the first time it was judged here
     */
    public record Frequency(int lastYear, int ever, LocalDate since) {}

    /**
     * An earlier value and its days.
     *
     * @param usual whether it is what one window among those days usually holds
     * @param knownAfterDays where it is not what is said of those days today, but what was known so many days after each period's end
     */
    public record Comparison(
            BigDecimal value,
            Period period,
            boolean usual,
            @Nullable Integer knownAfterDays) {
        /** As those days stand. */
        public Comparison(BigDecimal value, Period period, boolean usual) {
            this(value, period, usual, null);
        }
    }

    /** Who says so. */
    public record Origin(
            SourceId source,
            String name,
            @Nullable String statedBy,
            Basis basis,
            Publication publication,
            Credit credit) {}

    /**
     * When and where it was said.
     *
     * @param published the source's own day; of a sum the last of its figures
     * @param knownAt when we came to know it
     * @param link a page a person can open
     */
    public record Publication(
            @Nullable LocalDate published,
            Instant knownAt,
            @Nullable URI link) {}

    /**
     * The terms every output carries.
     *
     * @param sumsOnly whether single rows may not be passed on
     * @param link the source's own words on them
     */
    public record Credit(
            String licence,
            String attribution,
            boolean nonCommercial,
            boolean sumsOnly,
            @Nullable URI link) {}

    /**
     * What else a reader needs to judge it.
     *
     * @param places the areas most affected, the most affected first
     * @param told what was last told of the same, in this alert or the one before it
     * @param series the windows before and the judged one, oldest first
     * @param alsoHeld of a number that is held back, how many more of its run are and are not told one by one
     */
    public record Background(
            List<Share> places,
            List<Standing> standing,
            List<Corroboration> corroborations,
            @Nullable Told told,
            List<SeriesPoint> series,
            @Nullable Integer alsoHeld) {
        public static final Background NONE = new Background(List.of(), List.of(), List.of(), null, List.of());

        public Background {
            places = List.copyOf(places);
            standing = List.copyOf(standing);
            corroborations = List.copyOf(corroborations);
            series = List.copyOf(series);
        }

        /** Of an alert. */
        public Background(
                List<Share> places,
                List<Standing> standing,
                List<Corroboration> corroborations,
                @Nullable Told told,
                List<SeriesPoint> series) {
            this(places, standing, corroborations, told, series, null);
        }

        /** Of a number that is held back. */
        public static Background alsoHeld(@Nullable Integer more) {
            return new Background(List.of(), List.of(), List.of(), null, List.of(), more);
        }
    }

    /** An area inside the scope and its part of the number. */
    public record Share(String place, Quantity quantity) {}

    /** A line of the standing picture: a stock and its day. */
    public record Standing(Metric metric, Unit unit, Quantity quantity, LocalDate asOf, String source) {}

    /**
     * What a comparable source says; never added to the number.
     *
     * @param period its own days; of a stock its as-of day
     */
    public record Corroboration(
            String source, @Nullable String statedBy, Basis basis, Kind kind, Quantity quantity, Period period) {}

    /** What was told before, and how loud. */
    public record Told(Instant at, Level level, Quantity quantity, Period period) {}

    /**
     * One window.
     *
     * @param value empty when unknown, which is never zero
     */
    public record SeriesPoint(
            Period period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            boolean complete) {}

    /** Where to read on; each may be missing. */
    public record Links(
            @Nullable URI trend,
            @Nullable URI explanation,
            @Nullable URI alert) {
        public static final Links NONE = new Links(null, null, null);
    }
}
