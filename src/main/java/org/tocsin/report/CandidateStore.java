package org.tocsin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The only door to the candidates: the queue, and the decisions on it, each made once. */
public final class CandidateStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A sentence that was rejected once is not asked again, in whatever report it comes back; one that a page had before is not asked
     * again when its publisher puts the page out anew, whatever else changed on it.
     */
    private static final String ADD = """
            insert into candidate (id, report, span_start, span_end, span_text, sentence, fingerprint, type, metric, country,
                proposal, rule, confidence, parts, state, decided_at, decided_by, reason, version)
            select :id, :report, :start, :end, :words, :sentence, :fingerprint, :type, :metric, :country,
                :proposal::jsonb, :rule, :confidence, :parts::jsonb,
                case when before.id is null then 'waiting' else 'rejected' end,
                case when before.id is not null then cast(:at as timestamptz) end,
                case when before.id is not null then 'tocsin' end,
                case when before.id is not null then 'rejected before by ' || before.decided_by || ': ' || before.reason end,
                1
            from (values (1)) one left join lateral (
                select c.id, c.decided_by, c.reason from candidate c
                where c.fingerprint = :fingerprint and c.state = 'rejected' order by c.seq limit 1) before on true
            where not exists (
                select 1 from candidate c join report r on r.id = c.report join report this on this.id = :report
                where c.fingerprint = :fingerprint and r.id <> this.id
                    and r.link = this.link and r.received_by = this.received_by)
            on conflict (report, span_start, span_end, fingerprint) do nothing
            """;

    private static final String LIST = CandidateRow.SELECT + """
            where (cast(:state as text) is null or state = :state) and (cast(:report as uuid) is null or report = :report)
                and seq > :after
            order by seq limit :limit
            """;

    private static final String COUNT = """
            select state, count(*) as candidates from candidate where report = :report group by state
            """;

    private static final String CONFIRM = """
            update candidate set state = :state, version = version + 1, decided_at = :at, decided_by = :by, reason = :reason,
                confirmed = :confirmed::jsonb, event = :event, record = :record, part = :part
            where id = :id
            """;

    private static final String LOCK = """
            select 1 from candidate where id = :id and version = :version and state = 'waiting' for update
            """;

    private static final String REJECT = """
            update candidate set state = 'rejected', version = version + 1, decided_at = :at, decided_by = :by, reason = :reason
            where id = :id and version = :version and state = 'waiting'
            """;

    private static final String OVERTAKEN = """
            select exists (
                select 1 from candidate c join report r on r.id = c.report join report this on this.id = :report
                where c.record = :record and c.part = :part and c.state = 'confirmed' and r.published > this.published)
            """;

    private static final String SUPERSEDE = """
            update candidate set state = 'superseded', version = version + 1
            where record = :record and part = :part and state = 'confirmed' and id <> :id
            """;

    private final Jdbi jdbi;

    public CandidateStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Puts what was found in a report into the queue, in its order. */
    public void add(UUID report, List<Found> found, Instant at) {
        jdbi.useHandle(handle -> found.forEach(each -> add(handle, report, each, at)));
    }

    private static void add(Handle handle, UUID report, Found found, Instant at) {
        handle.createUpdate(ADD)
                .bind("id", UUID.randomUUID())
                .bind("report", report)
                .bind("start", found.excerpt().start())
                .bind("end", found.excerpt().end())
                .bind("words", found.excerpt().words())
                .bind("sentence", found.excerpt().sentence())
                .bind("fingerprint", found.fingerprint())
                .bind("type", ProposalJson.type(found.proposal()))
                .bind("metric", found.proposal().metric().code())
                .bind("country", found.proposal().country())
                .bind("proposal", ProposalJson.write(found.proposal()).toString())
                .bind("rule", found.trust().rule())
                .bind("confidence", found.trust().confidence())
                .bind("parts", parts(found.trust()))
                .bind("at", utc(at))
                .execute();
    }

    /** The candidate of that id; throws {@link NoSuchCandidateException} if there is none. */
    public Candidate get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(CandidateRow.SELECT + " where id = :id")
                        .bind("id", id)
                        .map((row, context) -> CandidateRow.read(row))
                        .findOne())
                .orElseThrow(() -> new NoSuchCandidateException("no candidate " + id));
    }

    /** Candidates in the order in which they came, from after {@code after}; null means any state, any report. */
    public List<Candidate> list(Candidate.@Nullable State state, @Nullable UUID report, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("state", state == null ? null : state.code())
                .bind("report", report)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> CandidateRow.read(row))
                .list());
    }

    /** How many of a report's candidates stand where. */
    public Map<Candidate.State, Integer> count(UUID report) {
        Map<Candidate.State, Integer> counts = new EnumMap<>(Candidate.State.class);
        jdbi.useHandle(handle -> handle.createQuery(COUNT)
                .bind("report", report)
                .map((row, context) -> counts.put(
                        Candidate.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getInt("candidates")))
                .list());
        return counts;
    }

    /** Writes a rejection down; false if the candidate is not waiting in this version any more, which changes nothing. */
    public boolean reject(UUID id, int version, Candidate.Ruling ruling) {
        return jdbi.withHandle(handle -> handle.createUpdate(REJECT)
                        .bind("id", id)
                        .bind("version", version)
                        .bind("at", utc(ruling.at()))
                        .bind("by", ruling.by())
                        .bind("reason", ruling.reason())
                        .execute()
                > 0);
    }

    /** Keeps others from deciding until the transaction ends; false if the candidate is not waiting in this version any more. */
    boolean lock(UUID id, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(LOCK)
                .bind("id", id)
                .bind("version", version)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Writes a confirmation of a locked candidate down. */
    void confirm(UUID id, Candidate.State state, Confirmation confirmation) {
        Candidate.Ruling ruling = confirmation.ruling();
        jdbi.useHandle(handle -> bind(handle.createUpdate(CONFIRM), confirmation)
                .bind("id", id)
                .bind("state", state.code())
                .bind("at", utc(ruling.at()))
                .bind("by", ruling.by())
                .bind("reason", ruling.reason())
                .bind("confirmed", ProposalJson.write(confirmation.proposal()).toString())
                .bind("event", confirmation.home().event())
                .execute());
    }

    /** Whether a report published later than this one's has been confirmed as the same record. */
    boolean isOvertaken(Confirmation confirmation) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(OVERTAKEN), confirmation)
                .bind("report", confirmation.candidate().key().report())
                .mapTo(Boolean.class)
                .one());
    }

    /** From now on this one counts for its record, and no other. */
    void supersedeOthers(Confirmation confirmation) {
        jdbi.useHandle(handle -> bind(handle.createUpdate(SUPERSEDE), confirmation)
                .bind("id", confirmation.candidate().id())
                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Confirmation confirmation) {
        return statement
                .bind("record", confirmation.home().record())
                .bind("part", confirmation.home().part());
    }

    private static String parts(Candidate.Trust trust) {
        try {
            return JSON.writeValueAsString(trust.parts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons and factors are always JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
