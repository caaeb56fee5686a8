package org.tocsin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.access.Role;
import org.tocsin.api.House;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.SourceId;

/** What a reader sees of figures that wait: one of Sudan, one of a place outside every crisis, one of a source that lets out sums. */
class HoldsPageIT {
    private static final LocalDate BEFORE = LocalDate.of(2024, 2, 1);
    private static final LocalDate JUMP = LocalDate.of(2024, 2, 20);
    private House house;
    private String key;

    @BeforeEach
    void threeJumpsThatAreHeld() throws Exception {
        house = new House(true);
        key = house.key(Role.COORDINATOR);
        house.source("ucdp", Redistribution.ROWS);
        house.source("dtm", Redistribution.AGGREGATE_ONLY);
        house.itIs("2024-03-10T08:00:00Z");
        house.take("before", idps(500, "SDN", BEFORE), idps(90_000, "PER", BEFORE));
        house.take("sums before", sums(700, BEFORE));
        house.take("jump", idps(5_000, "SDN", JUMP), idps(9_000, "PER", JUMP));
        house.take("sums", sums(7_700, JUMP));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyFigureThatWaitsIsListedWithWhatItIsHeldAgainstAndWhenItGoes() throws Exception {
        assertThat(page("/holds"))
                .contains("5,000 people internally displaced due to conflict in Sudan")
                .contains("500 on 1 February 2024: times 10<")
                .contains("90,000 on 1 February 2024: divided by 10<")
                .contains("11 March 2024, 08:00")
                .contains("=ucdp programme".replace("=", "&#61;"))
                .contains("/holds/1/document")
                .contains("Peru")
                .contains("Nothing has been decided lately");
    }

    @Test
    void theFirstPageAndTheCrisisPageLeadThereWithACount() throws Exception {
        assertThat(page("/")).contains("<a href=\"/holds\">3 figures wait to be believed</a>");
        assertThat(page("/crises/sdn")).contains("<a href=\"/holds?crisis&#61;sdn\">2 figures wait to be believed</a>");
        assertThat(page("/holds?crisis=sdn"))
                .contains("Sudan &lt;conflict&gt;")
                .contains("5,000 people")
                .doesNotContain("Peru");
    }

    @Test
    void aSourceThatLetsOutSumsOnlyKeepsItsHeldNumberToItself() throws Exception {
        assertThat(page("/holds"))
                .contains("a number this source lets out in sums only")
                .doesNotContain("7,700")
                .doesNotContain("700 on");
    }

    @Test
    void whatWasDecidedStaysWithItsReasonAndLeadsToTheFigure() throws Exception {
        decide(1, "release", "confirmed <by telephone>");
        decide(2, "drop", "a zero too few");

        String page = page("/holds");

        assertThat(page)
                .contains("confirmed &lt;by telephone&gt;")
                .contains("a zero too few")
                .contains("a coordinator, 10 March 2024")
                .contains("not believed");
        Matcher figure = Pattern.compile("href=\"(/api/v1/figures/[^\"]*)\"").matcher(page);
        assertThat(figure.find()).isTrue();
        assertThat(house.get(figure.group(1)).body()).contains("5000");
        assertThat(figure.find()).isFalse();
    }

    @Test
    void whatALaterFigureReplacesWasDecidedByItself() throws Exception {
        house.take("corrected", idps(520, "SDN", JUMP));

        assertThat(page("/holds?crisis=sdn"))
                .contains("replaced")
                .contains("its source says something else now")
                .contains("by itself, 10 March 2024");
    }

    @Test
    void anUnknownCrisisIsAPageThatSaysSo() throws Exception {
        assertThat(house.get("/holds?crisis=none").statusCode()).isEqualTo(404);
    }

    private String page(String path) throws Exception {
        HttpResponse<String> response = house.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'");
        assertThat(response.body()).doesNotContain("<script").doesNotContain("style=");
        return response.body();
    }

    private void decide(long id, String decision, String reason) throws Exception {
        String body = "{\"decision\": \"" + decision + "\", \"reason\": \"" + reason + "\"}";
        assertThat(house.post("/api/v1/holds/" + id + "/decision", key, body).statusCode())
                .isEqualTo(200);
    }

    private static Figure idps(long people, String country, LocalDate day) {
        return Figures.stock(Metric.IDPS, people)
                .in(country)
                .record(country + day)
                .on(day)
                .figure();
    }

    private static Figure sums(long people, LocalDate day) {
        return Figures.stock(Metric.IDPS, people)
                .from(new SourceId("dtm"))
                .record("d" + day)
                .on(day)
                .figure();
    }
}
