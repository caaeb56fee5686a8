package org.tocsin.detect.method;

/** A method in the form in which it was published, run over a whole series, so that it can be held against other programs. */
public interface Method {
    /**
     * Every value judged by those before it.
     *
     * @param values NaN is unknown
     * @param perYear how many values make up a year
     */
    Result run(double[] values, int perYear);
}
