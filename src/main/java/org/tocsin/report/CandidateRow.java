package org.tocsin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of the queue. */
final class CandidateRow {
    static final String SELECT = """
            select seq, id, report, span_start, span_end, span_text, sentence, proposal, rule, confidence, parts, state,
                decided_at, decided_by, reason, confirmed, event, record, part, version
            from candidate
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Candidate.Trust.Part>> PARTS = new TypeReference<>() {};

    private CandidateRow() {}

    static Candidate read(ResultSet row) throws SQLException {
        return new Candidate(
                new Candidate.Key(
                        row.getObject("id", UUID.class), row.getLong("seq"), row.getObject("report", UUID.class)),
                new Candidate.Excerpt(
                        row.getInt("span_start"),
                        row.getInt("span_end"),
                        row.getString("span_text"),
                        row.getString("sentence")),
                ProposalJson.read(row.getString("proposal")),
                new Candidate.Trust(row.getString("rule"), row.getDouble("confidence"), parts(row.getString("parts"))),
                new Candidate.Standing(
                        Candidate.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getInt("version"),
                        ruling(row)));
    }

    private static Candidate.@Nullable Ruling ruling(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        String confirmed = row.getString("confirmed");
        String record = row.getString("record");
        return new Candidate.Ruling(
                at.toInstant(),
                row.getString("decided_by"),
                row.getString("reason"),
                confirmed == null ? null : ProposalJson.read(confirmed),
                record == null
                        ? null
                        : new Candidate.Home(row.getObject("event", UUID.class), record, row.getString("part")));
    }

    private static List<Candidate.Trust.Part> parts(String json) {
        try {
            return JSON.readValue(json, PARTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reasons are always JSON", e);
        }
    }
}
