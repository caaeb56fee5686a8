package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.dtm.DtmCollectorFactory;
import org.tocsin.figure.Area;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;

/** Rounds whose parts are told apart by where people came from. */
final class StockRoundsTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-31");
    private static final LocalDate SECOND = LocalDate.parse("2024-02-29");
    private static final Coverage OFTEN = new Coverage(List.of(), List.of(), false, 45, 180);

    @Test
    void aRoundThatNamesOtherAreasOfOriginReplacesTheRoundBefore() {
        List<SeriesRef> parts = List.of(part(1, "OUEST", null), part(2, "OUEST", "HT05"), part(3, "OUEST", "HT09"));

        StockWindows windows = windows(parts, said(1, FIRST, 900), said(2, SECOND, 500), said(3, SECOND, 300));

        assertThat(windows.window(Period.day(SECOND.minusDays(1))).value()).isEqualByComparingTo("900");
        assertThat(windows.window(Period.day(SECOND)).value()).isEqualByComparingTo("800");
    }

    @Test
    void anAreaOfOriginThatIsLeftOutOfTheNextRoundIsNotCarried() {
        List<SeriesRef> parts = List.of(part(1, "OUEST", "HT05"), part(2, "OUEST", "HT09"), part(3, "NORD", "HT09"));

        StockWindows windows =
                windows(parts, said(1, FIRST, 500), said(2, FIRST, 300), said(3, FIRST, 20), said(1, SECOND, 510));

        assertThat(windows.window(Period.day(SECOND)).value()).isEqualByComparingTo("510");
    }

    @Test
    void peopleFromAnotherCountryAreStatedByThemselves() {
        List<SeriesRef> parts = List.of(part(1, "EAST", "SDN"), part(2, "EAST", "CAF"));

        StockWindows windows = windows(parts, said(1, FIRST, 700), said(2, FIRST, 40), said(1, SECOND, 800));

        assertThat(windows.window(Period.day(SECOND)).value()).isEqualByComparingTo("840");
    }

    @Test
    void aNumberedRoundIsReplacedByTheNextEvenWhereNoPlaceIsInBoth() {
        List<SeriesRef> parts = List.of(part(1, "OUEST", null), part(2, "NORD", null));

        StockWindows numbered = windows(parts, inRound(1, FIRST, 900), inRound(2, SECOND, 20));
        StockWindows separate = windows(parts, said(1, FIRST, 900), said(2, SECOND, 20));

        assertThat(numbered.window(Period.day(SECOND)).value()).isEqualByComparingTo("20");
        assertThat(separate.window(Period.day(SECOND)).value()).isEqualByComparingTo("920");
    }

    @ParameterizedTest
    @CsvSource({"0, AFG", "0, HTI", "1, HTI", "2, HTI"})
    void everyRecordedRoundOfALineStandsForItselfOnItsDay(int level, String country) throws Exception {
        Map<Line, List<Figure>> lines = rounds(level, country).stream()
                .collect(Collectors.groupingBy(figure -> figure.series().line()));

        lines.forEach((line, figures) -> {
            Map<SeriesKey, Long> ids = new HashMap<>();
            figures.forEach(figure -> ids.putIfAbsent(figure.series(), (long) ids.size()));
            StockWindows windows = windows(
                    ids.entrySet().stream()
                            .map(each -> new SeriesRef(
                                    each.getValue(),
                                    each.getKey().place(),
                                    each.getKey().origin(),
                                    each.getKey().rolling()))
                            .toList(),
                    figures.stream()
                            .map(figure -> inRound(
                                    Objects.requireNonNull(ids.get(figure.series())),
                                    figure.statement().period().end(),
                                    Gathered.value(figure).longValueExact()))
                            .toArray(Belief[]::new));
            Map<LocalDate, Long> expected = figures.stream()
                    .collect(Collectors.groupingBy(
                            figure -> figure.statement().period().end(),
                            Collectors.summingLong(
                                    figure -> Gathered.value(figure).longValueExact())));
            expected.forEach(
                    (day, people) -> assertThat(windows.window(Period.day(day)).value())
                            .as(line.category() + " " + line.cause().code() + " on " + day)
                            .isEqualByComparingTo(BigDecimal.valueOf(people)));
        });
    }

    private static List<Figure> rounds(int level, String country) throws Exception {
        byte[] body = Recorded.answer("iom-dtm/admin" + level + "_" + country + ".json");
        Set<String> operations = new HashSet<>();
        Recorded.tree(body)
                .path("result")
                .forEach(row -> operations.add(row.path("operation").asText()));
        Collector dtm =
                new DtmCollectorFactory(null, null, "s3cr3t", Map.of(country, List.copyOf(operations)), level).build();
        String url = "https://example.org/v3/displacement/admin" + level + "?Admin0Pcode=" + country;
        return Gathered.from(dtm, List.of(Recorded.document(body, url, "2025-10-06T06:00:00Z"))).figures;
    }

    private static StockWindows windows(List<SeriesRef> parts, Belief... said) {
        Frame frame =
                new Frame(Bucket.DAY, new Period(FIRST, SECOND), null, Instant.parse("2025-10-06T00:00:00Z"), true);
        return new StockWindows(parts, List.of(said), OFTEN, new Validity(false, null), frame);
    }

    private static Belief inRound(long series, LocalDate day, long people) {
        Belief said = said(series, day, people);
        return new Belief(
                new Belief.Id(series, "" + series, "round " + day),
                said.period(),
                said.value(),
                null,
                null,
                said.told());
    }

    private static SeriesRef part(long id, String area, String origin) {
        return new SeriesRef(id, new Place("HTI", Area.named(area), null), origin, Rolling.PART);
    }

    private static Belief said(long series, LocalDate day, long people) {
        return new Belief(
                new Belief.Id(series, series + "/" + day, ""),
                Period.day(day),
                BigDecimal.valueOf(people),
                null,
                null,
                new Belief.Told(Qualifier.EXACT, Instant.parse("2024-03-01T00:00:00Z"), false));
    }
}
