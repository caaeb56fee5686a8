package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Area;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Rolling;

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

    private static StockWindows windows(List<SeriesRef> parts, Belief... said) {
        Frame frame =
                new Frame(Bucket.DAY, new Period(FIRST, SECOND), null, Instant.parse("2024-04-01T00:00:00Z"), true);
        return new StockWindows(parts, List.of(said), OFTEN, new Validity(false, null), frame);
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
