package org.tocsin.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Actor;
import org.tocsin.access.Claim;
import org.tocsin.access.RepeatBook;

/**
 * Does what a request asks once, however often it comes with the same {@code Idempotency-Key}.
 *
 * <p>After draft-ietf-httpapi-idempotency-key-header: the same key and request are answered as before, the same key with another
 * request is 422, and a repeat while the first is under way is 409. The key is 1 to 255 ASCII characters, in quotation marks or not.
 */
final class Once {
    static final String HEADER = "Idempotency-Key";
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int OUR_FAULT = 500;

    private final RepeatBook repeats;
    private final InstantSource clock;

    /** A status and the JSON that goes with it. */
    record Reply(int status, String json) {}

    Once(RepeatBook repeats, InstantSource clock) {
        this.repeats = repeats;
        this.clock = clock;
    }

    /**
     * The reply to a request.
     *
     * @param header the request's key as it was sent; null: it is done whenever it comes
     * @param path what is asked, beside the body
     */
    Reply reply(Actor by, @Nullable String header, String path, byte[] body, Supplier<Reply> work) {
        if (header == null) {
            return work.get();
        }
        UUID owner = Objects.requireNonNull(by.key(), "only a key may post");
        String key = key(header);
        Claim claim = repeats.claim(owner, key, fingerprint(path, body), clock.instant());
        if (claim instanceof Claim.Answered answered) {
            return new Reply(answered.status(), answered.answer());
        }
        if (claim instanceof Claim.UnderWay) {
            throw new ProblemException(Problem.of(CONFLICT, "a request with this key is under way; ask again later"));
        }
        if (claim instanceof Claim.Taken) {
            throw new ProblemException(
                    Problem.of(UNPROCESSABLE, "this key came with another request; give a new one its own key"));
        }
        return once(owner, key, work);
    }

    private Reply once(UUID owner, String key, Supplier<Reply> work) {
        boolean answered = false;
        try {
            Reply reply = work.get();
            if (reply.status() < OUR_FAULT) {
                repeats.answered(owner, key, reply.status(), reply.json());
                answered = true;
            }
            return reply;
        } finally {
            if (!answered) {
                repeats.release(owner, key);
            }
        }
    }

    private static String key(String header) {
        String text = header.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String key = quoted ? text.substring(1, text.length() - 1) : text;
        if (key.isBlank() || !key.matches("[\\x20-\\x7E]{1,255}")) {
            throw new ProblemException(Problem.field(HEADER, "is no key", List.of("1 to 255 ASCII characters")));
        }
        return key;
    }

    private static String fingerprint(String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((path + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
