package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a user starts it: a process of its own, on a database of its own, to its summary. */
class DemoIT {
    private static final int MINUTES = 5;

    @TempDir
    Path scratch;

    @Test
    void theReplayTellsWhatHappenedAndExplainsWhatItKeptQuiet() throws Exception {
        Path dir = scratch.resolve("demo");
        Path told = scratch.resolve("told.txt");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TocsinApplication.class.getName(),
                        "demo",
                        "--exit",
                        "--dir",
                        dir.toString())
                .redirectOutput(told.toFile())
                .redirectError(scratch.resolve("errors.txt").toFile())
                .start();
        try {
            assertThat(demo.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("ends by itself")
                    .isTrue();
        } finally {
            demo.destroy();
        }
        assertThat(demo.exitValue())
                .as(Files.readString(scratch.resolve("errors.txt")))
                .isZero();

        List<String> lines = Files.readAllLines(told);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2023-11-20  critical  mmr   opened")
                        .contains("more than 200,000 new internal displacements"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2023-12-15  warning   mmr   opened")
                        .contains("2,269,100", "against 1,659,600 on 23 October 2023"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2023-05-20  critical  sdn   opened")
                        .contains("1,146 people killed"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2022-03-02  watch     ukr   opened")
                        .contains("at least 102 civilians killed"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2023-11-20  critical  pse   opened")
                        .contains("9,944 people killed"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2025-02-08  critical  cod   opened")
                        .contains("nearly 3,000 people killed"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2022-05-09  warning   mli   opened")
                        .contains("of the plan funded", "median of its running peers"))
                .anySatisfy(line -> assertThat(line).contains("crisis:mli killed-statement value 10 below_floor"));
        assertThat(quietShare(lines)).isLessThanOrEqualTo(0.20);
        assertThat(mails(dir.resolve("mail"))).isPositive();
        assertThat(lines).anySatisfy(line -> assertThat(line).endsWith("refused: 0"));
    }

    private static double quietShare(List<String> lines) {
        String line = lines.stream()
                .filter(each -> each.contains("alerts on deaths in quiet countries"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.replaceAll(".*, ([0-9.]+) each", "$1"));
    }

    private static long mails(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }
}
