package org.tocsin.api;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(NOT_FOUND, detail));
    }

    Problem problem() {
        return problem;
    }
}
