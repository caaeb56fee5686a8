package org.tocsin.db;

/** How a process came to use a local server. */
enum Arrival {
    /** No server ran; this process started it. */
    STARTED,
    /** Another process uses it too. */
    JOINED,
    /** It ran without a user, left behind by a process that was killed. */
    ADOPTED
}
