package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.util.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HostGateTest {
    private static final java.time.Duration MINUTE = java.time.Duration.ofMinutes(1);
    private static final java.time.Duration NONE = java.time.Duration.ZERO;

    private final FakeTime time = new FakeTime(Instant.parse("2024-03-01T12:00:00Z"));
    private final HostGate gate = new HostGate(new HostPolicy(Duration.seconds(2), 3, Duration.minutes(5)), time);

    @Test
    void requestsToOneHostAreSpacedAndThoseToAnotherAreNot() {
        assertThat(pause("a")).isZero();
        assertThat(pause("a")).hasSeconds(2);
        assertThat(pause("a")).hasSeconds(4);
        assertThat(pause("b")).isZero();
    }

    @Test
    void aRequestMayAskForMoreDistanceButNotForLess() {
        assertThat(gate.enter("a", java.time.Duration.ofSeconds(9), MINUTE)).isEqualTo(after(0));
        assertThat(gate.enter("a", NONE, MINUTE)).isEqualTo(after(9));
        assertThat(gate.enter("a", NONE, MINUTE)).isEqualTo(after(11));
    }

    @Test
    void aPlaceTooFarAwayIsNotTaken() {
        gate.rest("a", time.instant().plusSeconds(90));

        assertThat(gate.enter("a", NONE, MINUTE)).isEqualTo(shut(Reason.ASKED_TO_WAIT, 90));
        time.pass(java.time.Duration.ofSeconds(60));
        assertThat(gate.enter("a", NONE, MINUTE)).isEqualTo(after(30));
    }

    @Test
    void failuresInARowShutTheHostUntilOneTrySucceeds() {
        failThreeTimes();
        assertThat(gate.enter("a", NONE, MINUTE)).isEqualTo(shut(Reason.BREAKER_OPEN, 300));

        time.pass(java.time.Duration.ofMinutes(5));
        assertThat(pause("a")).isZero();
        assertThat(gate.enter("a", NONE, MINUTE))
                .as("one tries, the rest wait")
                .isEqualTo(shut(Reason.BREAKER_OPEN, 0));

        gate.leave("a", HostGate.Health.WELL);
        assertThat(gate.isShut("a")).isFalse();
    }

    @Test
    void aTryThatFailsShutsTheHostAtOnceAgain() {
        failThreeTimes();
        time.pass(java.time.Duration.ofMinutes(5));
        gate.enter("a", NONE, MINUTE);
        gate.leave("a", HostGate.Health.SICK);

        assertThat(gate.enter("a", NONE, MINUTE)).isEqualTo(shut(Reason.BREAKER_OPEN, 300));
    }

    @Test
    void aTryThatToldNothingLetsTheNextOneTry() {
        failThreeTimes();
        time.pass(java.time.Duration.ofMinutes(5));
        gate.enter("a", NONE, MINUTE);
        gate.leave("a", HostGate.Health.UNTOLD);

        assertThat(gate.enter("a", NONE, MINUTE)).isInstanceOf(HostGate.Passage.After.class);
    }

    @Test
    void aSuccessInBetweenForgetsTheFailuresBefore() {
        gate.leave("a", HostGate.Health.SICK);
        gate.leave("a", HostGate.Health.SICK);
        gate.leave("a", HostGate.Health.WELL);
        gate.leave("a", HostGate.Health.SICK);

        assertThat(gate.isShut("a")).isFalse();
    }

    private void failThreeTimes() {
        for (int i = 0; i < 3; i++) {
            gate.leave("a", HostGate.Health.SICK);
        }
    }

    private java.time.Duration pause(String authority) {
        return ((HostGate.Passage.After) gate.enter(authority, NONE, MINUTE)).pause();
    }

    private static HostGate.Passage after(int seconds) {
        return new HostGate.Passage.After(java.time.Duration.ofSeconds(seconds));
    }

    private static HostGate.Passage shut(Reason reason, int seconds) {
        return new HostGate.Passage.Shut(reason, java.time.Duration.ofSeconds(seconds));
    }
}
