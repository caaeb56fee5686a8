package org.tocsin.detect;

/** One way to tell a spike from the usual. A record of its own thresholds; pure. */
public interface Detector {
    /** Judges the last window of the evidence; says why also when nothing fires. */
    Judgement judge(Evidence evidence);
}
