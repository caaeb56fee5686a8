package org.tocsin.collect.idmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;

/** Recorded dumps of IDMC, where they are at hand. */
final class IduRecordedTest {
    private static final String OLD = "idmc-idu/idus_all_IND_oldshape-2023.json";

    private final Collector idu = new IduCollectorFactory(null, null, "s3cr3t", null, null).build();

    @ParameterizedTest
    @CsvSource({"idus_sample_2025_conflict.json, 7, 2", "idus_all_IND_oldshape-2023.json, 113, 6"})
    void everyRecordedRowIsReadAndNoPersonIsLost(String file, int rows, int byConflict) throws Exception {
        byte[] body = Recorded.answer("idmc-idu/" + file);

        Gathered read = read(body);

        long people = StreamSupport.stream(Recorded.tree(body).spliterator(), false)
                .mapToLong(row -> row.path("figure").asLong())
                .sum();
        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).hasSize(rows);
        assertThat(read.sum(Metric.NEW_DISPLACEMENTS)).isEqualTo(people);
        assertThat(read.figures)
                .filteredOn(figure -> figure.series().line().cause().code().equals("conflict"))
                .hasSize(byConflict);
        assertThat(read.figures)
                .allSatisfy(figure -> assertThat(figure.provenance().link()).isNotNull());
    }

    @Test
    void theDaysOfRecordedOldRowsAreThoseOfTheirText() throws Exception {
        byte[] body = Recorded.answer(OLD);
        JsonNode rows = Recorded.tree(body);

        List<Figure> figures = read(body).figures;

        for (int index = 0; index < figures.size(); index++) {
            LocalDate start = figures.get(index).statement().period().start();
            String text = rows.path(index).path("standard_info_text").asText();
            assertThat(text).contains(", %02d ".formatted(start.getDayOfMonth()));
        }
    }

    @Test
    void theTableThatOchaMakesOfADumpHoldsTheSameNumbersOfTheSameRows() throws Exception {
        Map<String, Long> expected = new TreeMap<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Recorded.answer("idmc-idu/hdx_ind_idmc_idu_events_2026.csv"))) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                if (!row.getOrDefault("id", "").startsWith("#")) {
                    expected.put(row.get("id"), Long.parseLong(row.getOrDefault("figure", "")));
                }
            }
        }

        Map<String, Long> found = new TreeMap<>();
        for (Figure figure : read(Recorded.answer(OLD)).figures) {
            found.put(figure.record().id(), Gathered.value(figure).longValueExact());
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theFirstRecordedRowIsReadToItsLastField() throws Exception {
        assertThat(read(Recorded.answer("idmc-idu/idus_sample_2025_conflict.json")).figures)
                .first()
                .satisfies(figure -> assertThat(tuple(
                                figure.record().id(),
                                figure.series().place().country(),
                                figure.statement().period().start().toString(),
                                figure.statement().period().end().toString(),
                                Gathered.value(figure).intValueExact(),
                                figure.statement().quantity().qualifier().code(),
                                figure.provenance().pointer()))
                        .isEqualTo(tuple("183483", "IND", "2025-05-07", "2025-05-08", 10000, "about", "/0/figure")));
    }

    private Gathered read(byte[] body) throws UnreadableDocumentException {
        String url = "https://example.org/external-api/idus/all/?client_id=%3Cclient_id%3E";
        return Gathered.from(idu, List.of(Recorded.document(body, url, "2025-05-10T06:00:00Z")));
    }
}
