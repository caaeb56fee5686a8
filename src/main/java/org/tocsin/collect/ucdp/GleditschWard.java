package org.tocsin.collect.ucdp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tocsin.figure.InvalidFigureException;

/** Turns the country numbers of Gleditsch and Ward, in which UCDP counts, into ISO codes. */
final class GleditschWard {
    private static final Map<String, String> ISO3 = load();

    /** Israel, under which UCDP files Palestine too. */
    private static final String ISRAEL = "666";

    private GleditschWard() {}

    /**
     * @param where the area of first order, else the place as it is described: it alone tells Palestine from Israel
     * @throws InvalidFigureException if there is no such number
     */
    static String iso3(String number, String where) {
        if (number.equals(ISRAEL) && (where.contains("Gaza") || where.contains("West Bank"))) {
            return "PSE";
        }
        String iso3 = ISO3.get(number);
        if (iso3 == null) {
            throw new InvalidFigureException("country_id", "is no number of Gleditsch and Ward: " + number);
        }
        return iso3;
    }

    private static Map<String, String> load() {
        try (InputStream table = GleditschWard.class.getResourceAsStream("/ucdp-countries.csv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.matches("\\d+,[A-Z0-9]{3},.*"))
                    .map(line -> line.split(",", 3))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
