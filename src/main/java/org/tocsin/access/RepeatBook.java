package org.tocsin.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Remembers what was answered to requests that carry an idempotency key, so that a repeat is answered and not done again.
 *
 * <p>After draft-ietf-httpapi-idempotency-key-header. Keys of one API key are unknown to all others. A request that broke off without an
 * answer may be repeated after five minutes.
 */
public final class RepeatBook {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String CLAIM = """
            insert into idempotency_key (api_key, key, fingerprint, claimed_at, expires_at)
            values (:owner, :key, :fingerprint, :now, :until)
            on conflict (api_key, key) do update set claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
            where idempotency_key.status is null and idempotency_key.claimed_at <= :broken
                and idempotency_key.fingerprint = excluded.fingerprint
            """;

    private static final String FIND = """
            select fingerprint, status, answer from idempotency_key where api_key = :owner and key = :key
            """;

    private static final String ANSWER = """
            update idempotency_key set status = :status, answer = :answer
            where api_key = :owner and key = :key and status is null
            """;

    private final Jdbi jdbi;

    public RepeatBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Asks whether a request is to be done.
     *
     * @param owner the API key that the request shows
     * @param fingerprint SHA-256 of what the request asks, in hex
     */
    public Claim claim(UUID owner, String key, String fingerprint, Instant now) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("delete from idempotency_key where expires_at <= :now")
                    .bind("now", utc(now))
                    .execute();
            int claimed = handle.createUpdate(CLAIM)
                    .bind("owner", owner)
                    .bind("key", key)
                    .bind("fingerprint", fingerprint)
                    .bind("now", utc(now))
                    .bind("until", utc(now.plus(KEPT)))
                    .bind("broken", utc(now.minus(PATIENCE)))
                    .execute();
            return claimed == 1 ? new Claim.Granted() : standing(handle, owner, key, fingerprint);
        });
    }

    /** Keeps the answer; the first one stays. */
    public void answered(UUID owner, String key, int status, String answer) {
        jdbi.useHandle(handle -> handle.createUpdate(ANSWER)
                .bind("owner", owner)
                .bind("key", key)
                .bind("status", status)
                .bind("answer", answer)
                .execute());
    }

    /** Forgets a request that came to no answer, so that it can be repeated at once. */
    public void release(UUID owner, String key) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from idempotency_key where api_key = ? and key = ? and status is null", owner, key));
    }

    private static Claim standing(Handle handle, UUID owner, String key, String fingerprint) {
        return handle.createQuery(FIND)
                .bind("owner", owner)
                .bind("key", key)
                .map((row, context) -> {
                    if (!row.getString("fingerprint").equals(fingerprint)) {
                        return new Claim.Taken();
                    }
                    String answer = row.getString("answer");
                    return answer == null ? new Claim.UnderWay() : new Claim.Answered(row.getInt("status"), answer);
                })
                .findOne()
                .orElseGet(Claim.UnderWay::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
