package org.tocsin.phrase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Unit;

/** Says numbers in the reader's language. Safe for several threads; one instance per language is enough. */
public final class Phrases {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ps", "ur");

    private final Words words;
    private final Numbers numbers;
    private final Days days;
    private final Nouns nouns;
    private final Places places;

    private Phrases(Words words) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.days = new Days(words);
        this.nouns = new Nouns(words);
        this.places = new Places(words);
    }

    /** The phrases of the reader's language; English where we do not speak it. */
    public static Phrases in(Locale reader) {
        return new Phrases(new Words(reader));
    }

    /** The language really spoken, for {@code lang}. */
    public Locale locale() {
        return words.locale();
    }

    /** {@code ltr} or {@code rtl}, for {@code dir}. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(locale().getLanguage()) ? "rtl" : "ltr";
    }

    public String label(Label label) {
        return words.plain(label.key());
    }

    /** {@code watch}, {@code warning} or {@code critical} as the reader says it. */
    public String level(String code) {
        return words.plain("level." + code);
    }

    /** A crisis or a country by its short name: "Kenya" for "Kenya: drought and floods". */
    public String scope(String name) {
        return places.brief(name);
    }

    /** What happened to the alert: {@code opened}, {@code escalated}, {@code corrected} or {@code stood_down}. */
    public String occasion(String code) {
        return words.plain("occasion." + code);
    }

    public String metric(Metric metric) {
        return nouns.name(metric);
    }

    /** What the axis of a chart counts. */
    public String unit(Unit unit) {
        return words.plain("unit." + unit.code());
    }

    public String population(Population population) {
        return nouns.population(population);
    }

    public String cause(Cause cause) {
        return nouns.cause(cause);
    }

    public String basis(Basis basis) {
        return words.plain("basis." + basis.code());
    }

    /** "1,659,600", "USD 1.2 billion", "45 %". */
    public String amount(BigDecimal value, Unit unit) {
        return numbers.amount(value, unit);
    }

    /** "more than 200,000", "at least 75", "between 40 and 60". */
    public String quantity(Quantity quantity, Unit unit) {
        return numbers.quantity(quantity, unit);
    }

    public String day(LocalDate day) {
        return days.day(day);
    }

    public String moment(Instant moment, ZoneId zone) {
        return days.moment(moment, zone);
    }

    /** "in October 2023", "from 26 January to 7 February 2025"; a stock "on" its day, a running total "since" its start. */
    public String span(Period period, Kind kind) {
        return days.span(period, kind);
    }

    /** One sentence without its full stop: number with qualifier and range, whom, why, where, when. */
    public String sentence(Fact fact) {
        Unit unit = fact.measure().unit();
        String said = words.fill(
                "sentence",
                Map.of(
                        "amount", numbers.quantity(fact.quantity(), unit),
                        "range", numbers.range(fact.quantity(), unit),
                        "noun", noun(fact),
                        "cause", nouns.why(fact.cause()),
                        "place", places.inside(fact.where()),
                        "span", days.span(fact.period(), fact.measure().kind())));
        return said.substring(0, 1).toUpperCase(words.locale()) + said.substring(1);
    }

    /** The sentence as far as a subject line needs it: number with qualifier, whom, why. */
    public String headline(Fact fact) {
        return words.fill(
                "headline",
                Map.of(
                        "amount",
                                numbers.quantity(fact.quantity(), fact.measure().unit()),
                        "noun", noun(fact),
                        "cause", nouns.why(fact.cause())));
    }

    /** "against 1,659,600 on 23 October 2023, +37 %"; a share is set beside another without a change in percent of percent. */
    public String comparison(@Nullable BigDecimal now, Unit unit, BigDecimal then, String span) {
        return against("comparison", now, unit, then, span);
    }

    /** The same under a heading: "1,659,600 on 23 October 2023; now +37 %". */
    public String compared(@Nullable BigDecimal now, Unit unit, BigDecimal then, String span) {
        return against("compared", now, unit, then, span);
    }

    private String against(String key, @Nullable BigDecimal now, Unit unit, BigDecimal then, String span) {
        String change = change(now, unit, then);
        return words.fill(
                change.isEmpty() ? key + ".bare" : key,
                Map.of("then", numbers.amount(then, unit), "span", span, "change", change));
    }

    /** "+37 %", "39 times as many"; empty for shares, and where there is nothing to divide by. */
    public String change(@Nullable BigDecimal now, Unit unit, BigDecimal then) {
        return unit == Unit.RATIO ? "" : numbers.change(now, then, unit);
    }

    /** What a window as long as {@code judged} usually holds, where a span would stand: "in a usual month from May to July 2022". */
    public String usual(Period judged, Period days) {
        String length = switch ((int) judged.days()) {
            case 1 -> "day";
            case 7 -> "week";
            case 28, 29, 30, 31 -> "month";
            case 90, 91, 92 -> "quarter";
            case 365, 366 -> "year";
            default -> "window";
        };
        return words.fill(
                "span.usual", Map.of("window", words.plain("usual." + length), "span", span(days, Kind.FLOW)));
    }

    /** A span whose number is the one that was known then: "in July 2022, as known 20 days after each period’s end". */
    public String asKnown(String span, @Nullable Integer daysAfter) {
        return daysAfter == null ? span : words.fill("span.as_known", Map.of("span", span, "n", daysAfter));
    }

    /** What an appeal is held against on the same day, where a span would stand: "at the median of its running peers". */
    public String peers() {
        return words.fill("span.peers", Map.of());
    }

    /** "revised from 5,000 to 60,000". */
    public String revision(BigDecimal before, Quantity after, Unit unit) {
        return words.fill(
                "revision", Map.of("before", numbers.amount(before, unit), "after", numbers.quantity(after, unit)));
    }

    /** How far the numbers of the window have come in. */
    public String completeness(boolean soFar) {
        return words.plain(soFar ? "complete.not_yet" : "complete.usually");
    }

    /** Who said it and what it stands on: "claimed by X", "verified". */
    public String standing(Basis basis, String statedBy) {
        return statedBy.isEmpty()
                ? words.plain("basis." + basis.code())
                : words.fill("basis.by", Map.of("basis", words.plain("basis." + basis.code()), "who", statedBy));
    }

    /** What a reader could wrongly take from the number; empty where there is no known trap. */
    public Optional<String> caution(Metric metric, Basis basis) {
        String byMetric = "caution." + metric.code();
        if (words.has(byMetric)) {
            return Optional.of(words.plain(byMetric));
        }
        String byBasis = "caution.basis." + basis.code();
        return words.has(byBasis) ? Optional.of(words.plain(byBasis)) : Optional.empty();
    }

    /** That the figure is back on the quiet side of its threshold, which says nothing about how people fare. */
    public String standDown(@Nullable BigDecimal value, @Nullable BigDecimal threshold, Unit unit) {
        if (value == null || threshold == null) {
            return words.plain("stand_down.bare");
        }
        return words.fill(
                value.compareTo(threshold) < 0 ? "stand_down.under" : "stand_down.over",
                Map.of("threshold", numbers.threshold(threshold, unit)));
    }

    /** What a value must reach; people are whole. */
    public String threshold(BigDecimal threshold, Unit unit) {
        return numbers.threshold(threshold, unit);
    }

    /** The same as a number, for a picture. */
    public BigDecimal reached(BigDecimal threshold, Unit unit) {
        return Numbers.reached(threshold, unit);
    }

    /** That a figure already told was revised and would not have been told as it is now. */
    public String correction(String told, String now) {
        return words.fill("correction", Map.of("told", told, "now", now));
    }

    /** A sentence of the bundle with named parts, for what only one page says. */
    public String say(String key, Map<String, ?> parts) {
        return words.fill("say." + key, parts);
    }

    private String noun(Fact fact) {
        return nouns.counted(
                fact.measure().metric(), fact.measure().unit(), fact.population(), Numbers.counted(fact.quantity()));
    }
}
