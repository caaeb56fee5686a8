package org.tocsin.chart;

/** Which part of a text stands at its position, as seen on the screen in every language. */
enum Anchor {
    LEFT,
    CENTRE,
    RIGHT
}
