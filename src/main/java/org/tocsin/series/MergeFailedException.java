package org.tocsin.series;

import java.sql.SQLException;

/** The database broke off a merge; its transaction is to be rolled back. */
public final class MergeFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MergeFailedException(SQLException cause) {
        super("merge broken off: " + cause.getMessage(), cause);
    }
}
