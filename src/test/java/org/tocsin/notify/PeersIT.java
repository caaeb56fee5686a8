package org.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tocsin.db.Presence;

/** The clock of these tests stands still: no lease ends. */
@Timeout(30)
class PeersIT {
    private static final Stage STAGE = new Stage();

    private final Presence dying = new Presence(STAGE.database.login());
    private final Presence living = new Presence(STAGE.database.login());
    private final Peers peers = new Peers(STAGE.outbox, living, STAGE.meters);

    @BeforeEach
    void oneMessage() {
        STAGE.reset();
        STAGE.subscribeHook("map");
        STAGE.enqueue(Occasion.OPENED);
        dying.keep();
    }

    @AfterEach
    void closeBoth() {
        dying.close();
        living.close();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void whatANodeHadClaimedGoesAtOnceWhenItDiesWhileItsPeerWaitsForThat()
            throws ExecutionException, InterruptedException, TimeoutException {
        Claim claim = claimed();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(peers::run);
        waitUntilSomebodyWaits();
        assertThat(STAGE.relayAll()).isZero();

        kill(dying);
        assertThat(waiting.get(1500, TimeUnit.MILLISECONDS)).isTrue();

        assertThat(STAGE.relayAll()).isEqualTo(1);
        assertThat(STAGE.states()).containsExactly("sent");
        assertThat(STAGE.webhook.ids()).endsWith(claim.notification().id());
        assertThat(STAGE.meters.counter("tocsin.notify.released").count()).isPositive();
    }

    @Test
    void aNodeThatDiedUnseenIsFoundAtTheNextLook() {
        claimed();
        kill(dying);

        peers.run();

        assertThat(STAGE.relayAll()).isEqualTo(1);
    }

    @Test
    void aLivingNodeKeepsWhatItClaimedHoweverLongOthersWait() {
        claimed();

        assertThat(peers.run()).isTrue();

        assertThat(STAGE.relayAll()).isZero();
        assertThat(STAGE.count("select count(*) from outbox where claimed_by = 'node-a'"))
                .isOne();
    }

    @Test
    void aNodeWithoutALockIsTrustedUntilItsLeaseEnds() {
        STAGE.claim("node-a", 1);

        assertThat(peers.run()).isFalse();

        assertThat(STAGE.relayAll()).isZero();
    }

    @Test
    void aNodeThatWasOnlyCutOffTakesANewNumberAndChangesNothingThatAnotherHasClaimed() {
        Claim slow = claimed();
        int before = dying.number().orElseThrow();
        kill(dying);
        dying.keep();
        peers.run();
        Claim quick = STAGE.claim("node-b", 1).get(0);

        assertThat(dying.number().orElseThrow()).isNotEqualTo(before);
        assertThat(STAGE.finish(slow, FakeChannel.busy(Duration.ZERO))).isFalse();
        assertThat(STAGE.finish(quick, new Delivery.Accepted(new Delivery.Reply(200, "OK"))))
                .isTrue();
    }

    @Test
    void aNodeThatWasOnlyCutOffStillWritesDownWhatNobodyElseHasClaimed() {
        Claim slow = claimed();
        kill(dying);
        peers.run();

        assertThat(STAGE.finish(slow, new Delivery.Accepted(new Delivery.Reply(200, "OK"))))
                .isTrue();
        assertThat(STAGE.relayAll()).isZero();
    }

    @Test
    void ofSeveralNodesTheDeadOnesLoseTheirClaims() {
        STAGE.enqueue(Occasion.OPENED, new UUID(6, 6), "cd".repeat(32));
        try (Presence third = new Presence(STAGE.database.login())) {
            third.keep();
            claimed();
            STAGE.outbox.claim(new Claimant("node-c", third.number().orElseThrow()), STAGE.now(), 1);
            kill(dying);

            peers.run();

            assertThat(STAGE.texts("select coalesce(claimed_by, 'nobody') from outbox order by 1"))
                    .containsExactly("nobody", "node-c");
        }
    }

    private Claim claimed() {
        List<Claim> claims = STAGE.outbox
                .claim(new Claimant("node-a", dying.number().orElseThrow()), STAGE.now(), 1)
                .claims();
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    /** As the server sees the death of a process: its connection is gone. */
    private static void kill(Presence presence) {
        STAGE.jdbi.useHandle(handle -> handle.createQuery("""
                        select pg_terminate_backend(pid, 5000) from pg_locks
                        where locktype = 'advisory' and objid = :number and granted
                        """)
                .bind("number", presence.number().orElseThrow())
                .mapTo(Boolean.class)
                .one());
    }

    private static void waitUntilSomebodyWaits() throws InterruptedException {
        while (STAGE.count("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
            Thread.sleep(5);
        }
    }
}
