package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.CollectorFactory;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.Terms;
import org.tocsin.schedule.Cron;

/** The program, its settings and its README name the same sources. */
class SourcesTableTest {
    private static final String SERVICES = "META-INF/services/" + CollectorFactory.class.getName();
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^  # - type: .*\\n(  #   .*\\n)*");
    private static final int COLUMNS = 5;
    private static final int ASKED = 2;
    private static final int TERMS = 4;

    @Test
    void everyCollectorOfTheProgramHasAnEntryInTheSettingsAndNoOtherHas() throws Exception {
        List<String> entries = entries().stream()
                .map(entry -> entry.getClass().getName())
                .sorted()
                .toList();

        assertThat(entries).containsExactlyElementsOf(services());
    }

    @Test
    void everyEntryCanBePlannedAndOnesWithoutTheirKeySayWhatTheyLack() throws Exception {
        for (CollectorFactory entry : entries()) {
            Source source = entry.build().source();
            assertThat(Cron.of("sources." + source.id() + ".schedule", entry.schedule()))
                    .isNotNull();
            boolean keyed = !rows().get(type(entry)).get(3).equals("none");
            if (System.getenv().keySet().stream().noneMatch(name -> name.matches("(UCDP|IDMC|.*_(TOKEN|KEY)).*"))) {
                assertThat(entry.lacking().isPresent()).as(source.id().value()).isEqualTo(keyed);
            }
        }
    }

    @Test
    void theReadmeHasARowForEverySourceThatIsAskedAndNoOther() throws Exception {
        Set<String> declared = entries().stream().map(SourcesTableTest::type).collect(Collectors.toSet());
        Set<String> asked = rows().entrySet().stream()
                .filter(row -> !row.getValue().get(ASKED).startsWith("when you"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(asked).isEqualTo(declared);
    }

    @Test
    void theReadmeGivesTheTermsThatTheProgramShows() throws Exception {
        for (CollectorFactory entry : entries()) {
            Source source = entry.build().source();
            Terms terms = source.terms();
            String told = rows().get(type(entry)).get(TERMS);

            if (told.equals("as declared in config.yml")) {
                continue;
            }
            assertThat(told).as(source.id().value()).startsWith(terms.licence());
            assertThat(told.contains("sums only"))
                    .as(source.id() + " and sums only")
                    .isEqualTo(terms.redistribution() == Redistribution.AGGREGATE_ONLY);
            assertThat(told.contains("not for commercial use"))
                    .as(source.id() + " and commercial use")
                    .isEqualTo(terms.nonCommercial());
        }
    }

    /** The entries, those that are there as an example in comments among them. */
    private static List<CollectorFactory> entries() throws Exception {
        String settings = Files.readString(Path.of("config.yml"));
        String whole = EXAMPLE.matcher(settings)
                .replaceAll(example -> Matcher.quoteReplacement(example.group().replaceAll("(?m)^  # ", "  ")));
        return new YamlConfigurationFactory<>(
                        TocsinConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
                .build(
                        new SubstitutingSourceProvider(
                                path -> new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)),
                                new EnvironmentVariableSubstitutor(true)),
                        "config.yml")
                .sources();
    }

    private static String type(CollectorFactory entry) {
        return entry.getClass().getAnnotation(JsonTypeName.class).value();
    }

    private static List<String> services() throws IOException {
        try (var in = SourcesTableTest.class.getClassLoader().getResourceAsStream(SERVICES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    /** The cells of README's table of sources by the name in code type in its first one. */
    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int start = lines.indexOf("## Sources");
        int end = lines.indexOf("## Run the service");
        for (String line : lines.subList(start, end)) {
            if (line.startsWith("| `")) {
                List<String> cells = new ArrayList<>(List.of(line.split("\\|")));
                cells.remove(0);
                assertThat(cells).as(line).hasSize(COLUMNS);
                String id = cells.get(0).strip().replace("`", "");
                rows.put(id, cells.stream().map(String::strip).toList());
            }
        }
        return rows;
    }
}
