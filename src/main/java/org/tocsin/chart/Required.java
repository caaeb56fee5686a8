package org.tocsin.chart;

/** The check shared by the records of this package: a text that is drawn has something in it. */
final class Required {
    private Required() {}

    static void text(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }
}
