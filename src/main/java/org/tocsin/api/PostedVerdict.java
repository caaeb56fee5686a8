package org.tocsin.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.report.Candidate;
import org.tocsin.report.ProposalJson;
import org.tocsin.report.Verdict;

/**
 * A decision as somebody posts it.
 *
 * @param action how it is called in the audit
 * @param detail what is audited of it
 */
record PostedVerdict(Verdict verdict, String action, Map<String, Object> detail) {
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NAME = 200;

    static PostedVerdict read(InputStream in, Candidate candidate, String by) throws IOException {
        Body body = Body.read(in, "version", "decision", "reason", "corrections", "event", "history");
        int version = body.number("version");
        if (body.word("decision", List.of("confirm", "reject")).equals("reject")) {
            return reject(body, version, by);
        }
        ObjectNode corrections = body.findObject("corrections");
        Verdict.Confirm confirm = new Verdict.Confirm(
                version,
                by,
                ProposalJson.correct(
                        candidate.proposal(),
                        corrections == null ? JsonNodeFactory.instance.objectNode() : corrections),
                choice(body.findBody("event", "id", "name", "starts", "ends")),
                body.flag("history"),
                body.findText("reason", LONGEST_REASON));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("version", version);
        detail.put("corrections", corrections == null ? Map.of() : corrections);
        detail.put("history", confirm.history());
        return new PostedVerdict(confirm, "candidate.confirm", detail);
    }

    /** What cannot be confirmed, under the name of the field that the next attempt must give. */
    static ProblemException problem(Candidate candidate, InvalidFigureException e) {
        boolean correctable = ProposalJson.write(candidate.proposal()).has(e.field());
        String field = correctable ? "corrections." + e.field() : e.field();
        return new ProblemException(Problem.field(field, String.valueOf(e.getMessage()), List.of()));
    }

    private static PostedVerdict reject(Body body, int version, String by) {
        for (String field : List.of("corrections", "event", "history")) {
            if (body.has(field)) {
                throw body.problem(field, "does not go with a rejection", List.of());
            }
        }
        String reason = body.text("reason", LONGEST_REASON);
        return new PostedVerdict(
                new Verdict.Reject(version, by, reason),
                "candidate.reject",
                Map.of("version", version, "reason", reason));
    }

    private static Verdict.@Nullable Choice choice(@Nullable Body event) {
        if (event == null) {
            return null;
        }
        UUID id = event.findId("id");
        if (id == null) {
            return new Verdict.Choice.New(
                    event.findText("name", LONGEST_NAME), event.findDay("starts"), event.findDay("ends"));
        }
        if (event.has("name") || event.has("starts") || event.has("ends")) {
            throw event.problem("id", "names a known event, which is not described again", List.of());
        }
        return new Verdict.Choice.Known(id);
    }
}
