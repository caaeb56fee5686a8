package org.tocsin.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.SourceId;

/**
 * A batch of figures as somebody posts it; single rows are looked at only when they are merged.
 *
 * @param records what each row calls itself; null where it does not say
 */
record PostedFigures(SourceId source, boolean history, List<@Nullable String> records) {
    private static final int MOST = 5000;
    private static final String SOURCE = "source";
    private static final String FIGURES = "figures";

    /**
     * Reads the frame of a batch.
     *
     * @param allowed the sources whose figures can be posted
     */
    static PostedFigures read(byte[] bytes, Set<SourceId> allowed) throws IOException {
        Body body = Body.read(bytes, SOURCE, "history", FIGURES);
        List<JsonNode> rows = body.list(FIGURES, MOST);
        SourceId source = source(body, rows, allowed);
        return new PostedFigures(
                source,
                body.flag("history"),
                rows.stream().map(row -> text(row.path("record"))).toList());
    }

    /** A run is of one source: that of the batch, or the one its rows name. */
    private static SourceId source(Body body, List<JsonNode> rows, Set<SourceId> allowed) {
        Set<String> named = new LinkedHashSet<>();
        String whole = body.findText(SOURCE, 100);
        if (whole != null) {
            named.add(whole);
        }
        rows.stream()
                .map(row -> text(row.path(SOURCE)))
                .filter(one -> one != null)
                .forEach(named::add);
        List<String> words = allowed.stream().map(SourceId::value).sorted().toList();
        if (named.size() > 1) {
            throw body.problem(SOURCE, "figures of one source at a time, not of " + named, words);
        }
        String only = named.isEmpty() ? null : named.iterator().next();
        String source = Parameters.required(SOURCE, Parameters.oneOf(SOURCE, only, words), words);
        return new SourceId(source);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : null;
    }
}
