package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpsDocsTest {
    private static final Path METRICS = Path.of("ops", "metrics.md");
    private static final Path RUNBOOK = Path.of("ops", "runbook.md");
    private static final Path RULES = Path.of("ops", "prometheus", "tocsin.rules.yml");
    private static final List<Path> TRIALS = List.of(
            Path.of("ops", "prometheus", "tocsin.rules.test.yml"),
            Path.of("ops", "prometheus", "tocsin.silence.test.yml"));

    private static final Pattern METER = Pattern.compile("\"(tocsin(?:\\.[a-z]+){2,})\"");
    private static final Pattern METER_ROW = Pattern.compile("(?m)^\\| `(tocsin\\.[a-z.]+)` \\| `([a-z_]+)` \\|");
    private static final Pattern ALERT = Pattern.compile("(?m)^\\s*- alert: (\\w+)\\s*$");
    private static final Pattern RUNBOOK_LINK = Pattern.compile("runbook\\.md#(\\w+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\w+)$");
    private static final Pattern TESTED = Pattern.compile("(?m)^\\s*(?:- )?alertname: (\\w+)\\s*$");
    private static final Pattern SERIES = Pattern.compile("\\b(tocsin_[a-z_]+?)(?:_count|_sum|_max)?\\b");

    @Test
    void everyMetricOfTheCodeHasARowAndNoOtherHas() throws IOException {
        assertThat(all(METER_ROW, METRICS)).isEqualTo(metersOfTheCode());
    }

    @Test
    void theRulesAskForNoSeriesThatTheTableDoesNotName() throws IOException {
        Set<String> written = new TreeSet<>();
        METER_ROW.matcher(Files.readString(METRICS)).results().forEach(row -> written.add(row.group(2)));

        assertThat(written).containsAll(all(SERIES, RULES)).isNotEmpty();
    }

    @Test
    void aNameIsWrittenForPrometheusAsItsOwnNameWithUnderscores() throws IOException {
        List<MatchResult> rows =
                METER_ROW.matcher(Files.readString(METRICS)).results().toList();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.group(2)).startsWith(row.group(1).replace('.', '_')));
    }

    @Test
    void everyAlertHasAHeadingInTheRunbookAndNoOtherHas() throws IOException {
        assertThat(all(HEADING, RUNBOOK)).isEqualTo(all(ALERT, RULES)).isNotEmpty();
    }

    @Test
    void everyAlertLeadsToItsHeading() throws IOException {
        assertThat(all(RUNBOOK_LINK, RULES)).isEqualTo(lowerCase(all(ALERT, RULES)));
    }

    @Test
    void everyAlertIsTriedOut() throws IOException {
        Set<String> tried = new TreeSet<>();
        for (Path trial : TRIALS) {
            tried.addAll(all(TESTED, trial));
        }

        assertThat(tried).isEqualTo(all(ALERT, RULES));
    }

    @Test
    void theAlertsFireWhenTheyShould() throws IOException, InterruptedException {
        if (!isThere("promtool")) {
            String missing = "promtool is not on the PATH (Debian: package prometheus), the alerts were not tried out";
            if (Boolean.getBoolean("requireExtras")) {
                fail(missing);
            }
            abort(missing);
        }
        List<String> command = new ArrayList<>(List.of("promtool", "test", "rules"));
        TRIALS.forEach(trial -> command.add(trial.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static boolean isThere(String program) {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Set<String> metersOfTheCode() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                names.addAll(all(METER, file));
            }
        }
        return names;
    }

    /** What the pattern's first group matched, everywhere in the file. */
    private static Set<String> all(Pattern pattern, Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        pattern.matcher(Files.readString(file)).results().forEach(each -> found.add(each.group(1)));
        return found;
    }

    private static Set<String> lowerCase(Set<String> names) {
        Set<String> lower = new TreeSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(java.util.Locale.ROOT)));
        return lower;
    }
}
