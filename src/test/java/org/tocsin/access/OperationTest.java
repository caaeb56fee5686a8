package org.tocsin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OperationTest {
    private static final AccessSettings PUBLIC = new AccessSettings(true);
    private static final AccessSettings CLOSED = new AccessSettings(false);
    private static final String TABLE = """
            operation,          nobody, public, contributor, coordinator, operator, admin
            READ,               no,     yes,    yes,         yes,         yes,      yes
            SUBSCRIBE,          no,     yes,    yes,         yes,         yes,      yes
            READ_DOCUMENT,      no,     no,     yes,         yes,         no,       yes
            POST_FIGURES,       no,     no,     yes,         yes,         no,       yes
            POST_REPORT,        no,     no,     yes,         yes,         no,       yes
            REVIEW_CANDIDATES,  no,     no,     no,          yes,         no,       yes
            RELEASE_HOLD,       no,     no,     no,          yes,         no,       yes
            MANAGE_CRISES,      no,     no,     no,          yes,         no,       yes
            MANAGE_RULES,       no,     no,     no,          yes,         no,       yes
            ACKNOWLEDGE_ALERT,  no,     no,     no,          yes,         no,       yes
            REVIEW_ALERT,       no,     no,     no,          yes,         no,       yes
            MANAGE_SILENCES,    no,     no,     no,          yes,         no,       yes
            MANAGE_ENDPOINTS,   no,     no,     no,          yes,         no,       yes
            READ_DELIVERIES,    no,     no,     no,          yes,         yes,      yes
            REPLAY_DELIVERIES,  no,     no,     no,          yes,         yes,      yes
            START_RUN,          no,     no,     no,          no,          yes,      yes
            PAUSE_SOURCE,       no,     no,     no,          no,          yes,      yes
            MANAGE_KEYS,        no,     no,     no,          no,          no,       yes
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, useHeadersInDisplayName = true)
    void onlyWhoIsNamedMay(
            Operation operation,
            String nobody,
            String anyone,
            String contributor,
            String coordinator,
            String operator,
            String admin) {
        assertThat(yes(operation.allowsWithoutKey(CLOSED))).as("nobody").isEqualTo(nobody);
        assertThat(yes(operation.allowsWithoutKey(PUBLIC))).as("public").isEqualTo(anyone);
        assertThat(yes(operation.allows(Role.CONTRIBUTOR))).as("contributor").isEqualTo(contributor);
        assertThat(yes(operation.allows(Role.COORDINATOR))).as("coordinator").isEqualTo(coordinator);
        assertThat(yes(operation.allows(Role.OPERATOR))).as("operator").isEqualTo(operator);
        assertThat(yes(operation.allows(Role.ADMIN))).as("admin").isEqualTo(admin);
    }

    @Test
    void everyOperationHasItsLineInTheTable() {
        Set<String> lines = TABLE.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(Operation.values()).map(Operation::name)).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(EnumSet.allOf(Role.class)).hasSize(4);
    }

    @Test
    void anActorMayWhatItsRoleMay() {
        assertThat(Actor.visitor().may(Operation.READ, PUBLIC)).isTrue();
        assertThat(Actor.visitor().may(Operation.READ, CLOSED)).isFalse();
        assertThat(Actor.visitor().may(Operation.POST_FIGURES, PUBLIC)).isFalse();
        assertThat(Actor.cli("root").may(Operation.MANAGE_KEYS, CLOSED)).isTrue();
    }

    private static String yes(boolean may) {
        return may ? "yes" : "no";
    }
}
