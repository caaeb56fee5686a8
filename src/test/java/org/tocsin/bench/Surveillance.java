package org.tocsin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What R's surveillance says of series, and how long it took.
 *
 * @param times of judging the last weeks of all series, over and over
 * @param bounds for the last week
 */
record Surveillance(List<Time> times, List<Bound> bounds) {
    private static final String SCRIPT = "ops/bench/surveillance.R";

    /** So many judgements in so many seconds, of the last {@code weeks} of each series. */
    record Time(String detector, int weeks, int judged, double seconds) {
        static Time of(String line) {
            String[] words = line.split(" ", -1);
            return new Time(
                    words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), Double.parseDouble(words[3]));
        }
    }

    /**
     * What a count must exceed.
     *
     * @param series counted from 0
     * @param upper NaN where there is none
     */
    record Bound(String detector, int series, double upper, boolean alarm) {
        static Bound of(String line) {
            String[] words = line.split(" ", -1);
            double upper = words[2].equals("NA") ? Double.NaN : Double.parseDouble(words[2]);
            return new Bound(words[0], Integer.parseInt(words[1]) - 1, upper, words[3].equals("1"));
        }
    }

    /** Whether this machine has R and the package. */
    static boolean isHere() throws InterruptedException {
        try {
            return said(List.of("Rscript", "-e", "library(surveillance)")) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Has R judge the series of a file, one a line, so many times. */
    static Surveillance judged(Path series, int times) throws IOException, InterruptedException {
        Path results = Files.createTempFile("tocsin-bench", ".txt");
        try {
            String said =
                    said(List.of("Rscript", SCRIPT, series.toString(), results.toString(), Integer.toString(times)));
            return new Surveillance(
                    said.lines().map(String::strip).map(Time::of).toList(),
                    Files.readAllLines(results).stream().map(Bound::of).toList());
        } finally {
            Files.delete(results);
        }
    }

    private static String said(List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("tocsin-bench", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(errors));
            }
            return said;
        } finally {
            Files.delete(errors);
        }
    }
}
