package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.InvalidRuleException;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;

/** Rules that ask for narrower windows than their sources speak of. */
class GrainsIT {
    private static final DueStage STAGE = new DueStage();

    @BeforeEach
    void reset() {
        STAGE.reset();
        STAGE.jdbi.useHandle(handle -> handle.execute("""
                insert into source (id, name, licence, licence_url, attribution, redistribution, non_commercial, cadence_days,
                    absence_is_zero, grain)
                values ('monthly', 'Monthly', 'L', 'https://example.org', 'T', 'rows', false, 30, false, 'month')
                """));
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void aFileThatAsksAMonthlySourceForWeeksStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STAGE.rules.provision(List.of(rule("week", "sources: [monthly],")), DueStage.START))
                .withMessageContaining("rule 'k-1': interval: 'week' is finer than its sources speak, by month");
        STAGE.rules.provision(List.of(rule("month", "sources: [monthly],")), DueStage.START);

        assertThat(STAGE.rules.find("k-1")).isPresent();
    }

    @Test
    void oneSourceThatSpeaksOfDaysIsEnough() {
        STAGE.rules.save(rule("day", "sources: [monthly, test],"), DueStage.START);
        STAGE.rules.save(rule("statement", "sources: [monthly],"), DueStage.START);

        assertThat(STAGE.rules.versions("k-1")).hasSize(2);
    }

    @Test
    void whereNoSourceIsNamedThoseCountThatHaveSuchLines() {
        STAGE.rules.save(rule("day", ""), DueStage.START);
        lineOf("monthly", "conflict:airstrike");

        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> STAGE.rules.save(rule("day", ""), DueStage.START))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(InvalidRuleException.Problem::field)
                        .containsExactly("interval"));

        STAGE.line("killed", "conflict", null);
        STAGE.rules.save(rule("day", ""), DueStage.START);
    }

    @Test
    void theSecondFindingIsAskedForNoNarrowerWindowsEither() {
        lineOf("monthly", "conflict");
        String with =
                "{metric: killed, cause: conflict, interval: week, detector: {type: threshold, levels: {watch: 5}}}";
        Rule joint = RuleFile.read(
                "{id: both, title: T, metric: idps, cause: conflict, interval: statement, detector: {type:"
                        + " joint, detector: {type: threshold, levels: {watch: 5}}, with: " + with + "}}");

        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> STAGE.rules.save(joint, DueStage.START))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(InvalidRuleException.Problem::field)
                        .containsExactly("detector.with.interval"));
    }

    private static void lineOf(String source, String cause) {
        long line = STAGE.line("killed", cause, null);
        STAGE.jdbi.useHandle(handle -> handle.execute("update line set source = ? where id = ?", source, line));
    }

    private static Rule rule(String interval, String sources) {
        return RuleFile.read(
                "{id: k-1, title: K, metric: killed, cause: conflict, interval: %s, %s".formatted(interval, sources)
                        + " detector: {type: threshold, levels: {watch: 25}}}");
    }
}
