package org.tocsin.http;

/** What the numbers of RFC 9110, section 15, mean to a fetch. */
final class Statuses {
    static final int ACCEPTED = 202;
    static final int NOT_MODIFIED = 304;
    private static final int SERVER_ERROR = 500;

    private Statuses() {}

    /** A body that is the answer. 206 is not: no range was asked for. */
    static boolean whole(int status) {
        return status == 200 || status == 201 || status == 203 || status == 204;
    }

    static boolean redirects(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    static boolean keepsMethod(int status) {
        return status == 307 || status == 308;
    }

    static boolean passing(int status) {
        return status == 408 || status == 425 || status == 429 || status >= SERVER_ERROR;
    }

    static HostGate.Health health(int status) {
        if (status >= SERVER_ERROR) {
            return HostGate.Health.SICK;
        }
        return passing(status) ? HostGate.Health.UNTOLD : HostGate.Health.WELL;
    }
}
