package org.tocsin.dashboard;

import org.tocsin.figure.Metric;
import org.tocsin.series.Bucket;

/** The trend a reader wants to see. */
record TrendChoice(Metric metric, Bucket interval) {
    String address(String crisis, String kind) {
        return "/api/v1/crises/" + crisis + "/trends" + kind + "?metric=" + metric.code() + "&interval="
                + interval.code();
    }
}
