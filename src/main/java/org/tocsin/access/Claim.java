package org.tocsin.access;

/** What is to be done with a request that carries an idempotency key. */
public sealed interface Claim {
    /** It is new, or the one before it broke off: do it, and tell {@link RepeatBook} the answer. */
    record Granted() implements Claim {}

    /** It was done: answer as then. */
    record Answered(int status, String answer) implements Claim {}

    /** The same request is being done now. */
    record UnderWay() implements Claim {}

    /** The key belongs to a request with another body. */
    record Taken() implements Claim {}
}
