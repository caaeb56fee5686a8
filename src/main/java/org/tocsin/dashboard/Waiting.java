package org.tocsin.dashboard;

/**
 * How many figures wait to be believed.
 *
 * @param address of the page that lists them
 */
record Waiting(long count, String address) {
    boolean any() {
        return count > 0;
    }

    boolean several() {
        return count > 1;
    }
}
