package org.tocsin.collect.gdacs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.Document;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** The numbers of the fixture: GDACS on the floods in Spain of October and November 2024. */
final class GdacsCollectorTest {
    private static final String EVENT =
            "https://www.gdacs.org/gdacsapi/api/events/geteventdata?eventtype=FL&eventid=1102983";
    private static final String VALENCIA = "FL1102983/ESP/killed/Valencian Community";

    @Test
    void whatAnEventDidInARegionIsARunningTotalSinceItBegan() throws Exception {
        Figure killed = read(event()).record(VALENCIA).get(0);

        assertThat(killed)
                .isEqualTo(new Figure(
                        SeriesKey.part(
                                Line.of(
                                        Attribution.of(GdacsCollector.ID, Basis.REPORTED),
                                        Measure.of(Metric.KILLED, Kind.CUMULATIVE),
                                        Population.ALL,
                                        Cause.disaster("flood")),
                                new Place("ESP", Area.named("Valencian Community"), null)),
                        SourceRecord.overwritten(VALENCIA, "killed"),
                        new Statement(
                                new Period(LocalDate.parse("2024-10-27"), LocalDate.parse("2024-11-04")),
                                Quantity.exact(217),
                                Status.FINAL,
                                new Event("Flood in Spain", "FL-2024-000199-ESP")),
                        new Provenance(
                                URI.create(
                                        "https://www.gdacs.org/report.aspx?eventid=1102983&episodeid=2&eventtype=FL"),
                                LocalDate.parse("2025-01-05"),
                                killed.provenance().document(),
                                "/properties/sendai/2/sendaivalue")));
    }

    @Test
    void onlyTheLatestOfEachCountsAndWhoIsMissingIsAStock() throws Exception {
        Gathered read = read(event());

        assertThat(read.figures)
                .extracting(
                        Figure::metric,
                        figure -> figure.series().line().measure().kind(),
                        Gathered::value)
                .usingComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .containsExactly(
                        tuple(Metric.KILLED, Kind.CUMULATIVE, new java.math.BigDecimal(3)),
                        tuple(Metric.KILLED, Kind.CUMULATIVE, new java.math.BigDecimal(217)),
                        tuple(Metric.NEW_DISPLACEMENTS, Kind.CUMULATIVE, new java.math.BigDecimal(447)),
                        tuple(Metric.MISSING, Kind.STOCK, new java.math.BigDecimal(114)));
        assertThat(read.refusals).isEmpty();
        assertThat(read.extents).isEmpty();
    }

    @Test
    void aCountrysTotalCountsAloneAndItsRegionsAreTakenBack() throws Exception {
        ObjectNode event = event();
        ObjectNode total = sendai(event).addObject();
        total.put("latest", true)
                .put("sendainame", "death")
                .put("sendaivalue", "224")
                .put("country", "Spain")
                .put("region", "")
                .put("dateinsert", "2025-01-06T00:00:00");

        Gathered read = read(event);

        assertThat(read.sum(Metric.KILLED)).isEqualTo(224);
        assertThat(read.figures(Metric.KILLED))
                .singleElement()
                .satisfies(figure -> assertThat(figure.series().place()).isEqualTo(Place.country("ESP")));
        assertThat(read.withdrawn).contains(VALENCIA, "FL1102983/ESP/killed/Castile-La Mancha");
        assertThat(read.sum(Metric.NEW_DISPLACEMENTS)).isEqualTo(447);
    }

    @Test
    void regionsAfterATotalTakeTheTotalBack() throws Exception {
        assertThat(read(event()).withdrawn).contains("FL1102983/ESP/killed/");
    }

    @Test
    void aLaterEpisodeKeepsTheRecord() throws Exception {
        ObjectNode later = event();
        ((ObjectNode) later.at("/properties")).put("episodeid", 3).put("datemodified", "2025-02-01T00:00:00");
        ((ObjectNode) sendai(later).get(2)).put("sendaivalue", "224").put("expires_date", "2025-01-05T00:00:00");

        assertThat(read(later).record(VALENCIA)).singleElement().satisfies(figure -> {
            assertThat(Gathered.value(figure)).isEqualByComparingTo("224");
            assertThat(figure.statement().period().end()).isEqualTo("2025-01-05");
        });
    }

    @Test
    void ofTwoThatSayTheSameTheOneEnteredLaterCounts() throws Exception {
        ObjectNode event = event();
        ((ObjectNode) sendai(event).get(1)).put("latest", true);

        assertThat(Gathered.value(read(event).record(VALENCIA).get(0))).isEqualByComparingTo("217");
    }

    @Test
    void whatIsNotAboutPeopleIsToldAndWhatCannotBeNamesItsField() throws Exception {
        ObjectNode event = event();
        ((ObjectNode) sendai(event).get(0)).put("sendainame", "houses damaged");
        ((ObjectNode) sendai(event).get(2)).put("sendaivalue", "about 200");
        ((ObjectNode) sendai(event).get(3)).put("country", "Atlantis");

        Gathered read = read(event);

        assertThat(read.figures).hasSize(1);
        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactlyInAnyOrder(
                        tuple("/properties/sendai/0", "sendainame"),
                        tuple("/properties/sendai/2/sendaivalue", "sendaivalue"),
                        tuple("/properties/sendai/3", "country"));
    }

    @Test
    void peopleWhoLiveThereAreNoFigure() throws Exception {
        Gathered feed = Gathered.from(
                new GdacsCollectorFactory(null, null, null).build(),
                List.of(document(Recorded.own("gdacs/rss.xml"), "https://www.gdacs.org/xml/rss.xml")));

        assertThat(feed.figures).isEmpty();
        assertThat(feed.refusals).isEmpty();
    }

    @Test
    void anEventWithoutPropertiesIsNone() {
        assertThatThrownBy(() -> read((ObjectNode) Recorded.tree("{\"type\": \"Feature\"}".getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.field()).isEqualTo("properties"));
    }

    private static ObjectNode event() {
        return (ObjectNode) Recorded.tree(Recorded.own("gdacs/FL1102983.json"));
    }

    private static ArrayNode sendai(JsonNode event) {
        return (ArrayNode) event.at("/properties/sendai");
    }

    private static Gathered read(ObjectNode event) throws UnreadableDocumentException {
        return Gathered.from(
                new GdacsCollectorFactory(null, null, null).build(),
                List.of(document(event.toString().getBytes(UTF_8), EVENT)));
    }

    private static Document document(byte[] body, String url) {
        return Recorded.document(body, url, "2025-02-02T06:00:00Z");
    }
}
