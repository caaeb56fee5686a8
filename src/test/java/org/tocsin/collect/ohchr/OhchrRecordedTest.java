package org.tocsin.collect.ohchr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;

/** What was recorded, read whole and held against sums made by other means. */
final class OhchrRecordedTest {
    @Test
    void everyDayOfTheTableIsRead() throws Exception {
        byte[] body = Recorded.answer("ohchr-ukraine/casualties_timeseries_2022.csv");
        List<String[]> lines;
        try (MappingIterator<String[]> all = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .readValues(body)) {
            lines = all.readAll();
        }
        List<String> names = List.of(lines.get(1));
        int killed = names.indexOf("Civilian casualities(OHCHR) - Killed");
        int injured = names.indexOf("Civilian casualities(OHCHR) - Injured");

        Gathered read = Gathered.from(
                new OhchrCollectorFactory(null, null, null).build(),
                List.of(Recorded.document(body, "https://example.org/table", "2022-05-02T06:00:00Z")));

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures(Metric.KILLED)).hasSize(50);
        assertThat(read.figures(Metric.INJURED)).hasSize(50);
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
        assertThat(read.sum(Metric.KILLED)).isEqualTo(sum(lines, killed)).isEqualTo(63_434);
        assertThat(read.sum(Metric.INJURED)).isEqualTo(sum(lines, injured)).isEqualTo(92_127);
        assertThat(read.figures(Metric.KILLED).get(49).statement().period().end())
                .isEqualTo("2022-04-24");
        assertThat(Gathered.value(read.figures(Metric.KILLED).get(49))).isEqualByComparingTo("2665");
    }

    private static long sum(List<String[]> lines, int column) {
        return lines.stream()
                .skip(2)
                .mapToLong(cells -> Long.parseLong(cells[column]))
                .sum();
    }
}
