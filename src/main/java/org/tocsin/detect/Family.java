package org.tocsin.detect;

/** What a detector goes by; findings of different families back each other, two of one family say the same twice. */
public enum Family {
    LEVEL,
    CHANGE,
    HISTORY,
    BASELINE,
    EXCEEDANCE,
    SHIFT,
    MEDIAN,
    PACE,
    SILENCE,
    DIVERGENCE,
    JOINT
}
