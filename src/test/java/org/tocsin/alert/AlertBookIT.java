package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.alert.AlertEvent.Kind.CORRECTED;
import static org.tocsin.alert.AlertEvent.Kind.CORROBORATED;
import static org.tocsin.alert.AlertEvent.Kind.ESCALATED;
import static org.tocsin.alert.AlertEvent.Kind.OPENED;
import static org.tocsin.alert.AlertEvent.Kind.STOOD_DOWN;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;
import org.tocsin.detect.Level;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Period;

class AlertBookIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Jdbi JDBI = DATABASE.jdbi();
    private static final RuleStore RULES = new RuleStore(JDBI);
    private static final DecisionStore DECISIONS = new DecisionStore(JDBI, RULES);
    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

    private final AlertBook book = new AlertBook(JDBI, DECISIONS);

    @BeforeEach
    void nothingHasHappened() {
        JDBI.useHandle(handle ->
                handle.execute("truncate alert_event, alert, decision, evidence, due, rule_version, rule cascade"));
        RULES.provision(List.of(Finding.RULE), START);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private Outcome take(Finding finding) {
        return book.take(finding.decision());
    }

    private Alert open() {
        return book.findOpen(Finding.KEY).orElseThrow();
    }

    @Test
    void anEpisodeIsOpenedEscalatedAndStoodDown() {
        Outcome opened = take(Finding.of(200, 0));
        assertThat(opened.toTell()).map(AlertEvent::kind).contains(OPENED);
        assertThat(opened.decision().reason()).isEqualTo(Reason.FIRED);
        Alert alert = open();
        assertThat(alert.told())
                .isEqualTo(new Alert.Told(
                        1,
                        Level.WATCH,
                        BigDecimal.valueOf(200),
                        BigDecimal.valueOf(100),
                        Period.day(Finding.FIRST),
                        Finding.of(200, 0).knownAt()));

        assertThat(take(Finding.of(250, 1)).decision().reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(take(Finding.of(700, 2)).toTell()).map(AlertEvent::level).contains(Level.WARNING);
        assertThat(open().standing().state()).isEqualTo(AlertState.ESCALATED);
        assertThat(take(Finding.of(10, 3)).toTell()).map(AlertEvent::kind).contains(STOOD_DOWN);

        assertThat(book.findOpen(Finding.KEY)).isEmpty();
        assertThat(book.get(alert.id()).standing().state()).isEqualTo(AlertState.STOOD_DOWN);
        assertThat(book.events(alert.id())).extracting(AlertEvent::kind).containsExactly(OPENED, ESCALATED, STOOD_DOWN);
        assertThat(DECISIONS.list(DecisionFilter.ALL, null, 10))
                .extracting(DecisionEntry::reason)
                .containsExactly(Reason.BELOW_THRESHOLD, Reason.FIRED, Reason.COOLING_DOWN, Reason.FIRED);
    }

    @Test
    void aCoolDownOutlivesItsEpisode() {
        take(Finding.of(200, 0));
        take(Finding.of(10, 1));

        assertThat(take(Finding.of(300, 2)).decision().reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(book.findOpen(Finding.KEY)).isEmpty();
        assertThat(take(Finding.of(300, 31)).toTell()).map(AlertEvent::kind).contains(OPENED);
    }

    @Test
    void whatWasTakenBackDoesNotCoolDown() {
        take(Finding.of(200, 0));
        assertThat(take(Finding.of(50, 0).changed("revised_down").knownDaysLater(2))
                        .toTell())
                .map(AlertEvent::kind)
                .contains(CORRECTED);
        assertThat(take(Finding.of(50, 3)).toTell()).isEmpty();
        assertThat(book.findOpen(Finding.KEY)).isEmpty();

        assertThat(take(Finding.of(200, 4)).toTell()).map(AlertEvent::kind).contains(OPENED);
    }

    @Test
    void anotherSourceJoinsTheEpisodeOnce() {
        take(Finding.of(200, 0));

        assertThat(take(Finding.of(210, 0).ofLine(2)).event())
                .extracting(AlertEvent::kind, AlertEvent::told)
                .containsExactly(CORROBORATED, false);
        assertThat(take(Finding.of(220, 1).ofLine(2)).event()).isNull();
        assertThat(open().told().lineId()).isEqualTo(1);
    }

    @Test
    void manyAtOnceOpenOneEpisode() {
        List<CompletableFuture<Outcome>> all = IntStream.rangeClosed(1, 8)
                .mapToObj(line -> CompletableFuture.supplyAsync(
                        () -> take(Finding.of(200, 0).ofLine(line))))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join).map(Outcome::toTell))
                .filteredOn(told -> told.isPresent())
                .hasSize(1);
        assertThat(book.list(AlertFilter.ALL, null, 10)).hasSize(1);
        assertThat(book.events(open().id())).hasSize(8);
    }

    @Test
    void aFailedStepLeavesNeitherDecisionNorAlert() {
        assertThatThrownBy(() -> JDBI.useTransaction(handle -> {
                    take(Finding.of(200, 0));
                    throw new IllegalStateException("killed in between");
                }))
                .hasMessage("killed in between");

        assertThat(book.findOpen(Finding.KEY)).isEmpty();
        assertThat(DECISIONS.list(DecisionFilter.ALL, null, 10)).isEmpty();
    }

    @Test
    void theDatabaseAllowsOneOpenEpisodeOnly() {
        take(Finding.of(200, 0));

        assertThatThrownBy(() -> JDBI.useHandle(handle -> handle.execute("""
                        insert into alert (id, rule, scope, population, cause, appeal, state, level, opened_at, changed_at,
                            look_at, told_line_id, told_level, told_value, told_threshold, told_start, told_end, told_at)
                        select gen_random_uuid(), rule, scope, population, cause, appeal, 'corrected', level, opened_at,
                            changed_at, look_at, told_line_id, told_level, told_value, told_threshold, told_start, told_end,
                            told_at
                        from alert
                        """)))
                .hasMessageContaining("alert_one_open_episode");
    }

    @Test
    void anOpenAlertIsLookedAtEveryDay() {
        take(Finding.of(200, 0));
        Instant next = Instant.parse("2023-11-03T00:00:00Z");

        assertThat(open().standing().lookAt()).isEqualTo(next);
        assertThat(book.toLookAt(next.minusSeconds(1), 10)).isEmpty();
        assertThat(book.toLookAt(next, 10)).containsExactly(open());

        take(Finding.of(210, 2));
        assertThat(book.toLookAt(next, 10)).isEmpty();
    }

    @Test
    void aStaleEpisodeIsClosedOnce() {
        take(Finding.of(200, 0));
        UUID id = open().id();
        Instant later = Instant.parse("2024-03-01T00:00:00Z");

        assertThat(book.closeStale(id, later)).map(AlertEvent::told).contains(true);
        assertThat(book.closeStale(id, later)).isEmpty();
        assertThat(book.get(id).standing().lookAt()).isNull();
        assertThat(book.events(id))
                .last()
                .extracting(event -> event.trace().reason())
                .isEqualTo("stale");
    }

    @Test
    void theFirstWhoAcknowledgesIsKept() {
        take(Finding.of(200, 0));
        UUID id = open().id();
        Instant at = Instant.parse("2023-11-02T08:00:00Z");

        book.acknowledge(id, "amina", at);
        book.acknowledge(id, "bo", at.plusSeconds(60));

        assertThat(book.get(id).acknowledgement()).isEqualTo(new Alert.Acknowledgement("amina", at));
        assertThat(book.events(id))
                .hasSize(2)
                .last()
                .extracting(AlertEvent::told)
                .isEqualTo(false);
        assertThat(open().standing().state()).isEqualTo(AlertState.OPEN);
    }

    @Test
    void alertsAreListedNewestFirstAndInPages() {
        take(Finding.of(200, 0));
        book.closeStale(open().id(), Instant.parse("2023-12-01T00:00:00Z"));
        take(Finding.of(600, 40));

        List<Alert> all = book.list(AlertFilter.ALL, null, 10);
        assertThat(all).extracting(alert -> alert.standing().level()).containsExactly(Level.WARNING, Level.WATCH);
        assertThat(book.list(AlertFilter.ALL, null, 1)).containsExactly(all.get(0));
        assertThat(book.list(AlertFilter.ALL, all.get(0).seq(), 1)).containsExactly(all.get(1));
        assertThat(book.list(new AlertFilter(true, null, null, null, null), null, 10))
                .containsExactly(all.get(0));
        assertThat(book.list(new AlertFilter(null, AlertState.STOOD_DOWN, "crisis:myanmar", null, null), null, 10))
                .containsExactly(all.get(1));
        assertThat(book.list(new AlertFilter(null, null, null, Level.WARNING, START), null, 10))
                .containsExactly(all.get(0));
        assertThat(book.list(new AlertFilter(null, null, "crisis:sudan", null, null), null, 10))
                .isEmpty();
    }

    @Test
    void anAlertThatNeverWasIsNamed() {
        assertThatExceptionOfType(NoSuchAlertException.class)
                .isThrownBy(() -> book.get(new UUID(0, 7)))
                .withMessage("no alert 00000000-0000-0000-0000-000000000007");
    }
}
