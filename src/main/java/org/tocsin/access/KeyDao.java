package org.tocsin.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterRowMapper(KeyRow.Mapper.class)
interface KeyDao {
    @SqlUpdate("""
            insert into api_key (id, name, role, hash, created_at, created_by, expires_at)
            values (:id, :name, :role.word, :hash, :createdAt, :createdBy, :expiresAt)
            """)
    void insert(@BindMethods Key key, byte[] hash);

    @SqlQuery("""
            select id, name, role, hash, created_at, created_by, expires_at, revoked_at, last_used_at
            from api_key
            where id = :id
            """)
    Optional<KeyRow> find(UUID id);

    @SqlQuery("""
            select id, name, role, hash, created_at, created_by, expires_at, revoked_at, last_used_at
            from api_key
            order by created_at, id
            """)
    List<KeyRow> list();

    /** Returns 0 if the key was revoked before, or is not. */
    @SqlUpdate("""
            update api_key
            set revoked_at = :at
            where id = :id and revoked_at is null
            """)
    int revoke(UUID id, Instant at);

    @SqlUpdate("""
            update api_key
            set last_used_at = :at
            where id = :id and (last_used_at is null or last_used_at < :at)
            """)
    void use(UUID id, Instant at);
}
