package org.tocsin.notify;

/** Places on the way of a notification where a test can let a process die. */
@FunctionalInterface
public interface Waypoints {
    Waypoints NONE = point -> {};

    /**
     * Called by a relay on its way.
     *
     * @param point {@code claimed}, or {@code accepted}: the far end has it and the database does not know yet
     */
    void reached(String point);
}
