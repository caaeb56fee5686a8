package org.tocsin.collect.ohchr;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class OhchrCollectorIT extends CollectorContract {
    @Override
    protected Map<String, Object> settings(StubServer source) {
        return Map.of(
                "type",
                "ohchr",
                "baseUrl",
                source.uri("/table?output=csv"),
                "allowedHosts",
                Set.of("localhost:" + source.port()));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                "/table",
                request -> StubAnswer.redirect("http://localhost:"
                        + request.header("Host").orElseThrow().replaceAll(".*:", "") + "/kept/table.csv"),
                "/kept/table.csv",
                request -> StubAnswer.bytes(Recorded.own("ohchr/ukraine.csv")).with("Content-Type", "text/csv"));
    }

    /** The names of the columns stand in the second line. */
    @Override
    protected BigDecimal numberAt(byte[] document, String pointer) {
        String[] place = pointer.substring("row ".length()).split("/", 2);
        try (MappingIterator<String[]> lines = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .readValues(document)) {
            List<String[]> all = lines.readAll();
            return new BigDecimal(
                    all.get(Integer.parseInt(place[0]))[List.of(all.get(1)).indexOf(place[1])]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
