package org.tocsin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.api.House;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.SourceId;

class PagesIT {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 5);
    private static House house;
    private static String alert;

    @BeforeAll
    static void aDayRings() throws Exception {
        house = new House(true);
        house.source("ucdp", Redistribution.ROWS);
        house.source("dtm", Redistribution.AGGREGATE_ONLY);
        house.source("acled", Redistribution.ROWS);
        injured("acled", "2024-04-02T08:00:00Z");
        injured("ucdp", "2024-05-03T08:00:00Z");
        house.itIs("2024-06-30T12:00:00Z");
        for (int month = 0; month < 12; month++) {
            LocalDate day = DAY.minusMonths(month);
            house.take(
                    "killed " + month,
                    Figures.killed(150 + 13L * (month % 5))
                            .record("k" + month)
                            .on(day)
                            .figure());
        }
        SourceId dtm = new SourceId("dtm");
        house.take(
                "idps",
                Figures.stock(Metric.IDPS, 1_659_600)
                        .from(dtm)
                        .record("i")
                        .on(DAY)
                        .figure());
        alert = house.ring(150, DAY).alert().toString();
    }

    private static void injured(String source, String at) throws Exception {
        house.itIs(at);
        house.take(
                "injured " + source,
                Figures.killed(70)
                        .measured(Measure.of(Metric.INJURED))
                        .from(new SourceId(source))
                        .record("j")
                        .on(LocalDate.of(2024, 3, 5))
                        .figure());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> response = house.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'");
        return response.body();
    }

    @Test
    void theFirstPageSaysWhatRangAndHowTheCrisesStand() throws Exception {
        String home = page("/");

        assertThat(home)
                .contains("150 people killed due to conflict")
                .contains("/alerts/" + alert)
                .contains("1,659,600")
                .contains("=ucdp programme".replace("=", "&#61;"))
                .contains("<option value=\"killed\" selected>");
    }

    @Test
    void nothingOnAPageComesFromElsewhereOrIsTakenForMarkup() throws Exception {
        for (String path : new String[] {"/", "/crises/sdn?metric=killed", "/alerts/" + alert}) {
            String page = page(path);
            assertThat(page).contains("Sudan &lt;conflict&gt;").doesNotContain("Sudan <conflict>");
            assertThat(page).doesNotContain("<script").doesNotContain("style=").doesNotContain("src=\"http");
        }
    }

    @Test
    void everyPictureAndStyleOfThePageIsServed() throws Exception {
        Matcher sources = Pattern.compile("(?:src|srcset|href)=\"(/(?:api|assets)[^\"]*)\"")
                .matcher(page("/"));
        int served = 0;
        while (sources.find()) {
            String path = sources.group(1).replace("&amp;", "&").replace("&#61;", "=");
            assertThat(house.get(path).statusCode()).as(path).isEqualTo(200);
            served++;
        }
        assertThat(served).isGreaterThan(5);
    }

    @Test
    void theCrisisPageLeadsFromTheNumberToItsDocument() throws Exception {
        String crisis = page("/crises/sdn?metric=killed&utm_source=mail");

        Matcher document =
                Pattern.compile("href=\"(/api/v1/figures/[^\"]*/document)\"").matcher(crisis);
        assertThat(document.find()).isTrue();
        assertThat(house.get(document.group(1)).body()).isEqualTo("killed 0");
    }

    @Test
    void rowsThatMayBeShownAsSumsOnlyAreNotListed() throws Exception {
        assertThat(page("/crises/sdn?metric=idps"))
                .contains("lets its figures be passed on as sums only")
                .doesNotContain("/document\"");
    }

    @Test
    void thePageOfSourcesSaysHowEachStandsAndUnderWhichTerms() throws Exception {
        assertThat(page("/")).contains("href=\"/sources\"");
        assertThat(page("/sources"))
                .contains("not configured</strong>, lacks token of lone")
                .contains("never run")
                .contains("CC BY 4.0")
                .contains("Given in sums by area and week or coarser only");
    }

    @Test
    void theAlertPageTellsTheStory() throws Exception {
        assertThat(page("/alerts/" + alert))
                .contains("150 people killed due to conflict")
                .contains("Many in a day")
                .contains("/api/v1/alerts/" + alert + "/explanation")
                .contains("/crises/sdn?metric");
    }

    @Test
    void theCrisisPageHoldsSpansAgainstThoseBeforeBesideWhatReportsSay() throws Exception {
        house.tellChange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 20));

        assertThat(page("/crises/sdn?metric=killed"))
                .contains("2023-07-01 to 2024-06-30")
                .contains("2024-01-01 to 2024-06-20")
                .contains(
                        "95 %, civilians, conflict, since 1 January 2024, against \u201cbefore\u201d: OHCHR, 20 June 2024");
        assertThat(page("/crises/sdn?metric=idps")).doesNotContain("OHCHR");
        assertThat(page("/crises/sdn?metric=funding_gap")).doesNotContain("Against the time before");
    }

    @Test
    void aChangeOfTheHeadlineSourceIsADatedMarkUnderTheTrend() throws Exception {
        assertThat(page("/crises/sdn?metric=injured"))
                .contains("<p class=\"mark\">3 May 2024: The ucdp came to stand for this figure instead of The acled.")
                .contains("source changed to The ucdp on 2024-05-03");
        assertThat(page("/crises/sdn?metric=killed")).doesNotContain("class=\"mark\"");
    }

    @Test
    void aPageThatIsNotThereSaysSoAsAPage() throws Exception {
        for (String path : new String[] {"/crises/none", "/alerts/none", "/?crisis=%3Cb%3E"}) {
            HttpResponse<String> response = house.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).startsWith("<!DOCTYPE html>").doesNotContain("<b>");
        }
        assertThat(house.get("/crises/sdn?metric=none").statusCode()).isEqualTo(400);
    }
}
