package org.tocsin.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.CrisisRegistry;
import org.tocsin.detect.InvalidRuleException;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.Grain;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;

/** Crises and rules as files: those of the operator, or those that ship with the program. */
final class Provisions {
    private Provisions() {}

    /** The rules of a directory, one a file; the shipped ones where none is named. */
    static List<Rule> rules(@Nullable Path directory) {
        try {
            return directory == null ? shippedRules() : rulesOf(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("rules: " + directory + " cannot be read", e);
        }
    }

    /** The crises of a file; the shipped ones where none is named. */
    static List<Crisis> crises(@Nullable Path file) {
        if (file == null) {
            return CrisisRegistry.shipped();
        }
        try (InputStream yaml = Files.newInputStream(file)) {
            return CrisisRegistry.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("crises: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The sources of a file whose figures people hand over; the shipped ones where none is named. */
    static List<Source> imports(@Nullable Path file) {
        try (InputStream yaml = file == null
                ? Objects.requireNonNull(Provisions.class.getResourceAsStream("/imports.yml"), "imports.yml")
                : Files.newInputStream(file)) {
            return new YAMLMapper()
                    .readValue(yaml, new TypeReference<List<ImportSource>>() {}).stream()
                            .map(ImportSource::source)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("imports: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private record ImportSource(
            String id,
            String name,
            String licence,
            URI link,
            String attribution,
            String redistribution,
            boolean nonCommercial,
            int cadenceDays,
            boolean absenceIsZero,
            @Nullable String grain) {
        Source source() {
            Terms terms = new Terms(licence, link, attribution, Redistribution.of(redistribution), nonCommercial);
            Grain narrowest = grain == null ? Grain.DAY : Grain.of(grain);
            return new Source(new SourceId(id), name, terms, cadenceDays, absenceIsZero, narrowest);
        }
    }

    private static List<Rule> shippedRules() throws IOException {
        try (InputStream yaml = Provisions.class.getResourceAsStream("/rules.yml")) {
            List<Rule> rules = new ArrayList<>();
            for (JsonNode rule :
                    new YAMLMapper().readTree(Objects.requireNonNull(yaml, "rules.yml is not on the classpath"))) {
                rules.add(RuleFile.read(rule));
            }
            return rules;
        }
    }

    private static List<Rule> rulesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .map(Provisions::rule)
                    .toList();
        }
    }

    private static Rule rule(Path file) {
        try {
            return RuleFile.read(Files.readString(file));
        } catch (InvalidRuleException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
