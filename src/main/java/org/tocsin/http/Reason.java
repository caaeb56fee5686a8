package org.tocsin.http;

import java.util.Locale;

/** Names why there is no whole, usable answer; the same words are the log's and the metric's {@code outcome}. */
public enum Reason {
    /** No connection, or one that broke before the head of an answer came. */
    UNREACHABLE(true, true),
    /** No whole answer in the time allowed, however busily the far end dripped. */
    TIMED_OUT(true, true),
    /** TLS could not be agreed, or the certificate is not trusted. */
    TLS(true, true),
    /** The body ended, or the connection broke, before the length announced. */
    TRUNCATED(true, true),
    /** An answer came whole, with a status that is not success. */
    STATUS(false, false),
    /** More bytes than allowed, counted after decompression. */
    TOO_LARGE(false, false),
    /** A content coding that is unknown, corrupt or padded. */
    BAD_ENCODING(false, false),
    /** What came is not HTTP, or its head is larger than any honest one. */
    BAD_ANSWER(false, true),
    /** A redirect that is not followed: other scheme, host not allowed, no usable target, too many. */
    BAD_REDIRECT(false, false),
    /** A redirect to an address already visited in this attempt. */
    REDIRECT_LOOP(false, false),
    /** The host's name leads to an address that must not be called. */
    ADDRESS_REFUSED(false, false),
    /** Not asked: the host failed too often just now. */
    BREAKER_OPEN(false, false),
    /** Not asked: the host is to be left alone for longer than we wait. */
    ASKED_TO_WAIT(false, false),
    /** The thread was interrupted, and its flag is set again; or the wire was closed, for we are stopping. */
    INTERRUPTED(false, false);

    private final boolean passing;
    private final boolean sick;

    Reason(boolean passing, boolean sick) {
        this.passing = passing;
        this.sick = sick;
    }

    /** Whether the same request may well succeed later; {@link #STATUS} is decided by the status itself. */
    boolean passing() {
        return passing;
    }

    /** Whether this speaks against the host's health. */
    boolean sick() {
        return sick;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
