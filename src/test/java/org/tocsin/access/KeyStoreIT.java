package org.tocsin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;

final class KeyStoreIT {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Actor ROOT = Actor.cli("root");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Jdbi JDBI = DATABASE.jdbi();

    private final KeyStore keys = new KeyStore(JDBI, new Audit(JDBI, () -> NOON));

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        JDBI.useHandle(handle -> handle.execute("truncate audit, api_key, idempotency_key"));
    }

    @Test
    void whoShowsATokenIsTheKeyItBelongsTo() {
        NewKey made = keys.create("ocha", Role.COORDINATOR, null, ROOT, NOON);
        keys.create("wfp", Role.ADMIN, null, ROOT, NOON);

        assertThat(keys.authenticate(made.token(), NOON))
                .contains(new Actor(Actor.Via.KEY, "ocha", made.key().id(), Role.COORDINATOR, null));
    }

    @Test
    void aTokenWithTheRightIdAndAnotherSecretOpensNothing() {
        NewKey made = keys.create("ocha", Role.ADMIN, null, ROOT, NOON);
        String forged = made.token().substring(0, made.token().length() - 43) + "A".repeat(43);

        assertThat(keys.authenticate(forged, NOON)).isEmpty();
        assertThat(keys.authenticate("tocsin_" + UUID.randomUUID() + "_" + "A".repeat(43), NOON))
                .isEmpty();
        assertThat(keys.authenticate("' or true --", NOON)).isEmpty();
    }

    @Test
    void anExpiredKeyOpensNothing() {
        NewKey made = keys.create("ocha", Role.ADMIN, NOON.plusSeconds(60), ROOT, NOON);

        assertThat(keys.authenticate(made.token(), NOON.plusSeconds(59))).isPresent();
        assertThat(keys.authenticate(made.token(), NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void aRevokedKeyOpensNothingAndStaysRevokedSinceTheFirstTime() {
        NewKey made = keys.create("ocha", Role.ADMIN, null, ROOT, NOON);

        keys.revoke(made.key().id(), ROOT, NOON.plusSeconds(1));
        keys.revoke(made.key().id(), ROOT, NOON.plusSeconds(2));

        assertThat(keys.authenticate(made.token(), NOON.plusSeconds(3))).isEmpty();
        assertThat(keys.list()).extracting(Key::revokedAt).containsExactly(NOON.plusSeconds(1));
        assertThat(audited()).containsExactly("cli root key.create", "cli root key.revoke");
    }

    @Test
    void revokingAKeyThatIsNotSaysSo() {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> keys.revoke(id, ROOT, NOON))
                .isInstanceOf(NoSuchKeyException.class)
                .hasMessage("no key " + id);
        assertThat(audited()).isEmpty();
    }

    @Test
    void theTokenIsNowhereInTheDatabase() {
        NewKey made = keys.create("ocha", Role.ADMIN, null, ROOT, NOON);

        String row = JDBI.withHandle(handle -> handle.createQuery(
                        "select api_key::text || encode(hash, 'escape') || audit::text from api_key, audit")
                .mapTo(String.class)
                .one());

        assertThat(row)
                .contains(made.key().id().toString())
                .doesNotContain(made.token().substring(made.token().length() - 43));
    }

    @Test
    void useIsNotedOnceAnHour() {
        NewKey made = keys.create("ocha", Role.ADMIN, null, ROOT, NOON);

        assertThat(usedAt(made, NOON.plus(Duration.ofMinutes(1)))).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
        assertThat(usedAt(made, NOON.plus(Duration.ofMinutes(60)))).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
        assertThat(usedAt(made, NOON.plus(Duration.ofMinutes(61)))).isEqualTo(NOON.plus(Duration.ofMinutes(61)));
    }

    private @Nullable Instant usedAt(NewKey made, Instant now) {
        assertThat(keys.authenticate(made.token(), now)).isPresent();
        return keys.list().get(0).lastUsedAt();
    }

    @Test
    void allKeysAreListedTheOldestFirstAsTheyWereMade() {
        Key second = keys.create("wfp", Role.OPERATOR, NOON.plusSeconds(60), ROOT, NOON.plusNanos(1_500))
                .key();
        Key first = keys.create("ocha", Role.CONTRIBUTOR, null, ROOT, NOON).key();

        assertThat(keys.list()).containsExactly(first, second);
    }

    @Test
    void aKeyWithoutANameOrWithoutATimeToLiveIsNotMade() {
        assertThatThrownBy(() -> keys.create(" ", Role.ADMIN, null, ROOT, NOON)).hasMessageStartingWith("name:");
        assertThatThrownBy(() -> keys.create("ocha", Role.ADMIN, NOON, ROOT, NOON))
                .hasMessageStartingWith("expiresAt:");
        assertThat(keys.list()).isEmpty();
    }

    @Test
    void aKeyWhoseAuditCannotBeWrittenIsNotMade() {
        Actor unknown = new Actor(Actor.Via.KEY, "gone", UUID.randomUUID(), Role.ADMIN, null);

        assertThatThrownBy(() -> keys.create("ocha", Role.ADMIN, null, unknown, NOON))
                .hasMessageContaining("audit_key_fkey");
        assertThat(keys.list()).isEmpty();
    }

    @Test
    void everyRoleCanBeStored() {
        for (Role role : Role.values()) {
            keys.create(role.word(), role, null, ROOT, NOON);
        }

        assertThat(keys.list()).extracting(Key::role).containsExactlyInAnyOrder(Role.values());
    }

    private static List<String> audited() {
        return JDBI.withHandle(
                handle -> handle.createQuery("select via || ' ' || name || ' ' || action from audit order by id")
                        .mapTo(String.class)
                        .list());
    }
}
