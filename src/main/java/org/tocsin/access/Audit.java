package org.tocsin.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The record of who wrote what, when and from where: one row for each write, never changed. */
public final class Audit {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Jdbi jdbi;
    private final InstantSource time;

    public Audit(Jdbi jdbi, InstantSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /**
     * Records a write. Called inside the transaction of the write, it stands or falls with it.
     *
     * @param action the thing and the verb, for example {@code rule.update}
     * @param target the id of what was written
     * @param detail what more is worth knowing, as JSON; never a secret
     * @throws IllegalArgumentException if the detail cannot be written as JSON
     */
    public void record(Actor actor, String action, String target, Map<String, ?> detail) {
        String json = json(action, detail);
        jdbi.useExtension(AuditDao.class, dao -> dao.insert(actor, time.instant(), action, target, json));
    }

    /**
     * Records a write and does it, in one transaction: there is no write without its row, and no row without its write.
     *
     * @throws IllegalArgumentException if the detail cannot be written as JSON
     */
    public void record(Actor actor, String action, String target, Map<String, ?> detail, Runnable write) {
        jdbi.useTransaction(handle -> {
            write.run();
            record(actor, action, target, detail);
        });
    }

    /** The same for a write that answers. */
    public <T> T record(Actor actor, String action, String target, Map<String, ?> detail, Supplier<T> write) {
        return jdbi.inTransaction(handle -> {
            T written = write.get();
            record(actor, action, target, detail);
            return written;
        });
    }

    private static String json(String action, Map<String, ?> detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the detail of " + action + " is not JSON", e);
        }
    }
}
