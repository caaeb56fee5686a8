package org.tocsin.bench.micro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tocsin.extract.Extractor;
import org.tocsin.extract.Prose;
import org.tocsin.extract.Told;

/** How many megabytes of prose are read for figures in a second, on one core: sentences nearly all of which tell some. */
@State(Scope.Thread)
public class ExtractMicro {
    private static final int CHARACTERS = 32_768;

    @Param({"en", "es", "fr"})
    public String language = "";

    private final Extractor extractor = Extractor.shipped();
    private Prose page = Prose.of("");
    private double megabytes;

    /** Megabytes of UTF-8 read; JMH divides them by the time. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Read {
        public double megabytes;
    }

    @Setup
    public void write() {
        String sentences = sentences();
        String text = (sentences + "\n\n").repeat(CHARACTERS / sentences.length() + 1);
        page = Prose.of(text);
        megabytes = text.getBytes(StandardCharsets.UTF_8).length / 1e6;
    }

    private String sentences() {
        String file = "/org/tocsin/extract/phenomena-" + language + ".txt";
        try (InputStream in = ExtractMicro.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("=="))
                    .map(line -> line.split("\\|", -1)[0].strip())
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public List<Told> read(Read read) {
        read.megabytes += megabytes;
        return extractor.read(page);
    }
}
