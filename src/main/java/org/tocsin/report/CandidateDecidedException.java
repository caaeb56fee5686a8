package org.tocsin.report;

/** Says that somebody else has decided on a candidate since it was read, so that this decision changes nothing. */
public final class CandidateDecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Candidate now;

    /** Says so of the candidate as it stands {@code now}. */
    public CandidateDecidedException(Candidate now) {
        super("candidate " + now.id() + " is " + now.standing().state().code() + " in version "
                + now.standing().version()
                + (now.standing().ruling() == null
                        ? ""
                        : ", decided by " + now.standing().ruling().by()));
        this.now = now;
    }

    public Candidate now() {
        return now;
    }
}
