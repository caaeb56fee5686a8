package org.tocsin.pipeline;

import org.tocsin.collect.Failure;

/** Breaks a run off inside its transaction, so that nothing of it is merged; carries what the run log is to say. */
final class RunBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    RunBrokenException(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
