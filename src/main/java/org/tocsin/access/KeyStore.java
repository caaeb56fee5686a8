package org.tocsin.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The only door to the API keys; making and revoking one is audited in the same transaction. */
public final class KeyStore {
    private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    public KeyStore(Jdbi jdbi, Audit audit) {
        this.jdbi = jdbi;
        this.audit = audit;
    }

    /**
     * Makes a key.
     *
     * @param name whose key it is; it stands in the audit beside all they do
     * @param expiresAt when it stops working; absent: when it is revoked
     * @return the key with its token, which cannot be had again
     * @throws IllegalArgumentException if the name is blank or the key would have expired already
     */
    public NewKey create(String name, Role role, @Nullable Instant expiresAt, Actor by, Instant now) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: a key needs one");
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new IllegalArgumentException("expiresAt: " + expiresAt + " is not after now, " + now);
        }
        Token token = Token.fresh(random);
        Instant end = expiresAt == null ? null : stored(expiresAt);
        Key key = new Key(token.id(), name, role, stored(now), by.name(), end, null, null);
        jdbi.useTransaction(handle -> {
            handle.attach(KeyDao.class).insert(key, token.hash());
            audit.record(by, "key.create", key.id().toString(), Map.of("name", name, "role", role.word()));
        });
        return new NewKey(key, token.text());
    }

    /** Whose token this is; empty if it is none of ours, expired or revoked. The address is for the caller to add. */
    public Optional<Actor> authenticate(String token, Instant now) {
        return Token.parse(token)
                .flatMap(shown -> jdbi.withExtension(
                        KeyDao.class,
                        dao -> dao.find(shown.id())
                                .filter(row -> row.opensWith(shown))
                                .map(KeyRow::key)
                                .filter(key -> key.usableAt(now))
                                .map(key -> {
                                    noteUse(dao, key, now);
                                    return Actor.of(key);
                                })));
    }

    private static void noteUse(KeyDao dao, Key key, Instant now) {
        Instant last = key.lastUsedAt();
        if (last == null || !now.isBefore(last.plus(USE_NOTED_EVERY))) {
            dao.use(key.id(), now);
        }
    }

    /**
     * Ends a key for good, from the next request on. Once revoked, it stays revoked as of the first time.
     *
     * @throws NoSuchKeyException if no key has this id
     */
    public void revoke(UUID id, Actor by, Instant now) {
        jdbi.useTransaction(handle -> {
            KeyDao dao = handle.attach(KeyDao.class);
            if (dao.revoke(id, now) == 1) {
                audit.record(by, "key.revoke", id.toString(), Map.of());
            } else if (dao.find(id).isEmpty()) {
                throw new NoSuchKeyException(id);
            }
        });
    }

    /** All keys, the oldest first, with those that no longer work. */
    public List<Key> list() {
        return jdbi.withExtension(
                KeyDao.class, dao -> dao.list().stream().map(KeyRow::key).toList());
    }

    /** As PostgreSQL will give it back. */
    private static Instant stored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
