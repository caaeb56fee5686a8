package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.extract.Amount;
import org.tocsin.extract.Change;
import org.tocsin.extract.PartialDate;
import org.tocsin.extract.Quote;
import org.tocsin.extract.Span;
import org.tocsin.extract.Told;
import org.tocsin.extract.ToldMetric;
import org.tocsin.extract.ToldPopulation;
import org.tocsin.extract.Trace;
import org.tocsin.extract.What;
import org.tocsin.extract.When;
import org.tocsin.extract.Where;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;

class ToldReaderTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2023, 11, 20);
    private static final ToldReader READER = new ToldReader(CauseWords.shipped());

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            told,                 kind,       metric,           becomes
            KILLED,               FLOW,       KILLED,           FLOW
            KILLED,               CUMULATIVE, KILLED,           CUMULATIVE
            KILLED,               STOCK,      KILLED,           CUMULATIVE
            INJURED,              FLOW,       INJURED,          FLOW
            MISSING,              STOCK,      MISSING,          STOCK
            MISSING,              CUMULATIVE, MISSING,          FLOW
            DISPLACED,            STOCK,      IDPS,             STOCK
            DISPLACED,            FLOW,       NEW_DISPLACEMENTS, FLOW
            DISPLACED,            CUMULATIVE, NEW_DISPLACEMENTS, CUMULATIVE
            DISPLACED_NEW,        STOCK,      NEW_DISPLACEMENTS, FLOW
            DISPLACED_NEW,        CUMULATIVE, NEW_DISPLACEMENTS, CUMULATIVE
            REFUGEES,             STOCK,      REFUGEES,         STOCK
            REFUGEES,             FLOW,       ARRIVALS,         FLOW
            REFUGEES,             CUMULATIVE, ARRIVALS,         CUMULATIVE
            RETURNEES,            STOCK,      RETURNEES,        STOCK
            RETURNEES,            FLOW,       RETURNS,          FLOW
            PEOPLE_IN_NEED,       FLOW,       PEOPLE_IN_NEED,   STOCK
            AFFECTED,             FLOW,       AFFECTED,         CUMULATIVE
            FUNDING_REQUIRED,     STOCK,      FUNDING_REQUIRED, STOCK
            FUNDING_RECEIVED,     CUMULATIVE, FUNDING_RECEIVED, STOCK
            FUNDING_GAP,          STOCK,      FUNDING_GAP,      STOCK
            FUNDING_COVERAGE_PCT, STOCK,      FUNDING_COVERAGE, STOCK
            """)
    void whatIsToldBecomesTheMetricItIs(ToldMetric told, Kind kind, Metric metric, Kind becomes) {
        assertThat(ToldReader.measure(told, kind).metric()).isEqualTo(metric);
        assertThat(ToldReader.measure(told, kind).kind()).isEqualTo(becomes);
    }

    @ParameterizedTest
    @EnumSource(value = ToldMetric.class, mode = EnumSource.Mode.EXCLUDE, names = "CHANGE_PCT")
    void everyMetricOfEveryKindHasAMeasure(ToldMetric told) {
        Arrays.stream(Kind.values())
                .forEach(kind -> assertThat(ToldReader.measure(told, kind)).isNotNull());
    }

    @ParameterizedTest
    @EnumSource(ToldPopulation.class)
    void aPopulationThatWeDoNotCountIsLeftToTheReviewer(ToldPopulation told) {
        ProposedFigure figure = figure(told(ToldMetric.KILLED, told, Kind.FLOW, persons(5), When.UNTOLD));
        boolean known = figure.counted().population() != null;

        assertThat(known)
                .isEqualTo(!List.of(
                                ToldPopulation.ELDERLY,
                                ToldPopulation.POLICE,
                                ToldPopulation.PEACEKEEPERS,
                                ToldPopulation.STUDENTS,
                                ToldPopulation.WORKERS,
                                ToldPopulation.OTHER)
                        .contains(told));
    }

    @Test
    void aRunningTotalHasItsStartAndTheDayOfTheReportWhereNoneIsTold() {
        ProposedFigure figure = figure(told(
                ToldMetric.DISPLACED,
                null,
                Kind.CUMULATIVE,
                Amount.of(new BigDecimal(200_000), Qualifier.MORE_THAN, "persons"),
                new When(new PartialDate(2023, 10, 27), null, null)));

        assertThat(figure.period()).isEqualTo(new Period(LocalDate.of(2023, 10, 27), PUBLISHED));
        assertThat(figure.counted().unit()).isEqualTo(org.tocsin.figure.Unit.MOVEMENTS);
        assertThat(figure.needsEvent()).isTrue();
    }

    @Test
    void aDateThatIsToldRoughlyIsNeverAfterTheReport() {
        When november = new When(null, new PartialDate(2023, 11, 0), null);
        When year = new When(null, null, new PartialDate(2023, 0, 0));

        assertThat(figure(told(ToldMetric.KILLED, null, Kind.FLOW, persons(5), november))
                        .period())
                .isEqualTo(new Period(LocalDate.of(2023, 11, 1), PUBLISHED));
        assertThat(figure(told(ToldMetric.DISPLACED, null, Kind.STOCK, persons(5), year))
                        .period())
                .isEqualTo(Period.day(PUBLISHED));
    }

    @Test
    void daysThatNobodyCanMeanAreRefusedAtOnce() {
        When longAgo = new When(new PartialDate(1815, 6, 18), new PartialDate(1815, 6, 18), null);

        assertThatExceptionOfType(InvalidFigureException.class)
                .isThrownBy(() -> figure(told(ToldMetric.KILLED, null, Kind.FLOW, persons(5), longAgo)))
                .matches(refused -> refused.field().equals("period"));
    }

    @Test
    void aMagnitudeIsAStatementWithoutAValueThatStillShowsWhatItCanMean() {
        Amount hundreds = new Amount(null, new BigDecimal(200), new BigDecimal(999), true, Qualifier.ABOUT, "persons");
        ProposedFigure figure = figure(told(ToldMetric.DISPLACED, null, Kind.STOCK, hundreds, When.UNTOLD));

        assertThat(figure.amount().quantity().low()).isEqualByComparingTo("200");
        assertThat(figure.figure(null, PROVENANCE).statement().quantity())
                .isEqualTo(new org.tocsin.figure.Quantity(null, null, null, Qualifier.ABOUT));
    }

    @Test
    void aShareOfAnAppealIsARatioAndNeedsItsAppeal() {
        Told told = told(
                ToldMetric.FUNDING_COVERAGE_PCT,
                null,
                Kind.STOCK,
                Amount.of(new BigDecimal("33.3"), Qualifier.ABOUT, "percent"),
                When.UNTOLD);
        ProposedFigure figure = figure(told);

        assertThat(figure.amount().quantity().value()).isEqualByComparingTo("0.333");
        assertThatExceptionOfType(InvalidFigureException.class)
                .isThrownBy(() -> figure.figure(null, PROVENANCE))
                .matches(refused -> refused.field().equals("appeal"));
        Proposal corrected = ProposalJson.correct(
                figure,
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("appeal", "HMMR24"));
        assertThat(((ProposedFigure) corrected)
                        .figure(null, PROVENANCE)
                        .series()
                        .line()
                        .appeal())
                .isEqualTo("HMMR24");
    }

    @Test
    void anotherCurrencyOrHouseholdsWhereNoneAreCountedAreLeftToTheReviewer() {
        Amount euros = Amount.of(BigDecimal.TEN, Qualifier.EXACT, "EUR");
        Amount households = Amount.of(BigDecimal.TEN, Qualifier.EXACT, "households");

        assertThat(figure(told(ToldMetric.FUNDING_REQUIRED, null, Kind.STOCK, euros, When.UNTOLD))
                        .counted()
                        .unit())
                .isNull();
        assertThat(figure(told(ToldMetric.KILLED, null, Kind.FLOW, households, When.UNTOLD))
                        .counted()
                        .unit())
                .isNull();
        assertThat(figure(told(ToldMetric.DISPLACED, null, Kind.STOCK, households, When.UNTOLD))
                        .counted()
                        .unit())
                .isEqualTo(org.tocsin.figure.Unit.HOUSEHOLDS);
    }

    @Test
    void theReportsOnlyCountryStandsInForOneThatIsNotToldButNeverForWherePeopleFled() {
        Told killed = told(ToldMetric.KILLED, null, Kind.FLOW, persons(5), When.UNTOLD, Where.UNTOLD);
        Told fled =
                told(ToldMetric.REFUGEES, null, Kind.FLOW, persons(5), When.UNTOLD, new Where("Myanmar", null, "MMR"));

        assertThat(READER.read(killed, around(List.of("MMR"))).country()).isEqualTo("MMR");
        assertThat(READER.read(killed, around(List.of("MMR", "THA"))).country()).isNull();
        assertThat(READER.read(fled, around(List.of("MMR"))).country()).isNull();
    }

    @Test
    void aChangeInPercentBecomesAStatementOnceItsStartAndItsSpeakerAreKnown() {
        Told told = new Told(
                new What(
                        ToldMetric.CHANGE_PCT,
                        ToldPopulation.CIVILIANS,
                        Kind.FLOW,
                        new Change(ToldMetric.KILLED, Change.Direction.INCREASE)),
                Amount.of(new BigDecimal(95), Qualifier.EXACT, "percent"),
                new When(new PartialDate(2023, 10, 27), null, null),
                new Where("Myanmar", "MMR", null),
                quote(null),
                TRACE);
        ProposedChange change = (ProposedChange) READER.read(told, around(List.of()));

        assertThatExceptionOfType(InvalidFigureException.class)
                .isThrownBy(() -> change.statement(PUBLISHED, PROVENANCE))
                .matches(refused -> refused.field().equals("statedBy"));
        ChangeStatement said = ((ProposedChange) ProposalJson.correct(
                        change,
                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                .objectNode()
                                .put("statedBy", "OHCHR")))
                .statement(PUBLISHED, PROVENANCE);
        assertThat(said.id()).isEqualTo("change/killed/MMR/civilians/conflict/increase/95/2023-10-27/ohchr");
        assertThat(said.provenance()).isEqualTo(PROVENANCE);
    }

    @Test
    void aChangeOfSomethingThatIsNotToldIsRefused() {
        Told told = new Told(
                new What(
                        ToldMetric.CHANGE_PCT,
                        null,
                        Kind.FLOW,
                        new Change(ToldMetric.CHANGE_PCT, Change.Direction.INCREASE)),
                Amount.of(new BigDecimal(95), Qualifier.EXACT, "percent"),
                When.UNTOLD,
                Where.UNTOLD,
                quote(null),
                TRACE);

        assertThatExceptionOfType(InvalidFigureException.class)
                .isThrownBy(() -> READER.read(told, around(List.of())))
                .matches(refused -> refused.field().equals("metric"));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        ProposedFigure figure = figure(told(
                ToldMetric.KILLED,
                ToldPopulation.CIVILIANS,
                Kind.CUMULATIVE,
                Amount.of(new BigDecimal("2E+5"), Qualifier.AT_LEAST, "persons"),
                new When(new PartialDate(2023, 10, 27), null, null)));
        String json = ProposalJson.write(figure).toString();

        assertThat(json).contains("\"value\":200000,");
        assertThat(ProposalJson.write(ProposalJson.read(json)).toString()).isEqualTo(json);
    }

    private static final Provenance PROVENANCE = new Provenance(null, PUBLISHED, "00", "characters 0-1");
    private static final Trace TRACE = new Trace("test", List.of(new Trace.Part("one clause", 0.9)));

    private static Amount persons(long people) {
        return Amount.of(BigDecimal.valueOf(people), Qualifier.EXACT, "persons");
    }

    private static Quote quote(@Nullable String source) {
        return new Quote(new Span(0, 1, "x"), null, source, 0);
    }

    private static Told told(
            ToldMetric metric, @Nullable ToldPopulation population, Kind kind, Amount amount, When when) {
        return told(metric, population, kind, amount, when, new Where("Myanmar", "MMR", null));
    }

    private static Told told(
            ToldMetric metric, @Nullable ToldPopulation population, Kind kind, Amount amount, When when, Where where) {
        return new Told(new What(metric, population, kind, null), amount, when, where, quote("UN"), TRACE);
    }

    private static ToldReader.Around around(List<String> countries) {
        return new ToldReader.Around("Fighting went on.", "Fighting went on after the attack.", PUBLISHED, countries);
    }

    private static ProposedFigure figure(Told told) {
        return (ProposedFigure) READER.read(told, around(List.of("MMR")));
    }
}
