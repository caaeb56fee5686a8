package org.tocsin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;

final class AuditIT {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Jdbi JDBI = DATABASE.jdbi();

    private final Audit audit = new Audit(JDBI, () -> NOON);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        JDBI.useHandle(handle -> handle.execute("truncate audit, api_key, idempotency_key"));
    }

    @Test
    void aRowSaysWhoDidWhatToWhatFromWhere() {
        Actor ocha = new KeyStore(JDBI, audit)
                .authenticate(key(Role.COORDINATOR), NOON)
                .orElseThrow()
                .from("2001:db8::7");

        audit.record(ocha, "rule.update", "rule-7", Map.of("until", NOON, "floor", 100));

        assertThat(rows("action = 'rule.update'"))
                .isEqualTo("2024-03-01T12:00:00 key ocha rule-7 {\"floor\": 100, \"until\": \"2024-03-01T12:00:00Z\"}"
                        + " 2001:db8::7 ocha");
    }

    @Test
    void theProgramAndAVisitorAreNamedWithoutAKey() {
        audit.record(Actor.system("sweep"), "alert.close", "a1", Map.of());
        audit.record(Actor.visitor().from("192.0.2.1"), "subscription.end", "s1", Map.of());

        assertThat(rows("via = 'system'")).isEqualTo("2024-03-01T12:00:00 system sweep a1 {} - -");
        assertThat(rows("via = 'visitor'")).isEqualTo("2024-03-01T12:00:00 visitor visitor s1 {} 192.0.2.1 -");
    }

    @Test
    void aWriteThatFailsLeavesNoRow() {
        assertThatThrownBy(() -> JDBI.useTransaction(handle -> {
                    audit.record(Actor.system("sweep"), "alert.close", "a1", Map.of());
                    throw new IllegalStateException("the write failed");
                }))
                .hasMessage("the write failed");

        assertThat(count()).isZero();
    }

    @Test
    void aRowIsNotChangedLater() {
        audit.record(Actor.system("sweep"), "alert.close", "a1", Map.of());

        assertThatThrownBy(() -> JDBI.useHandle(handle -> handle.execute("update audit set name = 'nobody'")))
                .hasMessageContaining("what was audited is not changed");
    }

    @Test
    void anActionIsAThingAndAVerb() {
        assertThatThrownBy(() -> audit.record(Actor.system("sweep"), "Close it", "a1", Map.of()))
                .hasMessageContaining("audit_action_check");
    }

    @Test
    void aDetailThatIsNoJsonIsRefusedByName() {
        assertThatThrownBy(() -> audit.record(Actor.system("sweep"), "alert.close", "a1", Map.of("it", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alert.close");
    }

    private String key(Role role) {
        return new KeyStore(JDBI, audit)
                .create("ocha", role, null, Actor.cli("root"), NOON)
                .token();
    }

    private static String rows(String condition) {
        return JDBI.withHandle(handle ->
                handle.createQuery("""
                        select concat_ws(' ', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), via, audit.name,
                            target, detail::text, coalesce(address, '-'), coalesce(api_key.name, '-'))
                        from audit left join api_key on api_key.id = audit.key
                        where\s""" + condition).mapTo(String.class).one());
    }

    private static int count() {
        return JDBI.withHandle(handle -> handle.createQuery("select count(*) from audit")
                .mapTo(Integer.class)
                .one());
    }
}
