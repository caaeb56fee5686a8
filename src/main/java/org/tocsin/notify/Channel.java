package org.tocsin.notify;

/** A way to reach destinations of one kind. Knows its protocol and nothing of tables. */
public interface Channel<D extends Destination> {
    /** The kind of destination it reaches. */
    Class<D> reaches();

    /** When to try again. */
    Timetable timetable();

    /**
     * Tries once, and says what the far end said; safe for several threads. Repeats carry the same id, so that a far end that has
     * seen one can tell.
     */
    Delivery deliver(Notification notification, D destination);
}
