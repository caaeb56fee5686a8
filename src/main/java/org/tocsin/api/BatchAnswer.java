package org.tocsin.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Rejection;
import org.tocsin.collect.RunCounts;
import org.tocsin.pipeline.PostStep;

/**
 * What became of a posted batch, row by row.
 *
 * @param run its run, under {@code /api/v1/sources/{source}/runs}
 * @param sha256 of the archived body
 * @param figures the accepted rows by what became of them
 */
record BatchAnswer(
        long run, String source, String sha256, int accepted, int refused, RunCounts.Merged figures, List<Row> items)
        implements Answer {
    private static final String PREFIX = "/figures/";

    /**
     * One row.
     *
     * @param index its place in the batch, from 0
     * @param record what it calls itself
     * @param outcome {@code accepted} or {@code refused}
     * @param field the field that is wrong; null if none is
     */
    record Row(
            int index,
            @Nullable String record,
            String outcome,
            @Nullable String field,
            @Nullable String why) {}

    static BatchAnswer from(PostStep.Posted posted, PostedFigures batch) {
        Map<Integer, Rejection> refused = new HashMap<>();
        posted.refused().forEach(each -> refused.put(index(each.at()), each));
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < batch.records().size(); index++) {
            Rejection no = refused.get(index);
            String record = batch.records().get(index);
            rows.add(
                    no == null
                            ? new Row(index, record, "accepted", null, null)
                            : new Row(index, record, "refused", no.field(), no.why()));
        }
        return new BatchAnswer(
                posted.run().run(),
                posted.run().source(),
                posted.document(),
                rows.size() - refused.size(),
                refused.size(),
                posted.run().counts().merged(),
                rows);
    }

    private static int index(String pointer) {
        return Integer.parseInt(pointer.substring(PREFIX.length()));
    }
}
