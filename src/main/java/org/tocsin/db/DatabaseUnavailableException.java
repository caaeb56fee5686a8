package org.tocsin.db;

/** Says in one sentence why there is no database to work with, and what to do about it. */
public final class DatabaseUnavailableException extends RuntimeException {
    DatabaseUnavailableException(String sentence) {
        super(sentence);
    }

    DatabaseUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
