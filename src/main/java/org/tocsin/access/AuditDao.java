package org.tocsin.access;

import java.time.Instant;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AuditDao {
    @SqlUpdate("""
            insert into audit (at, via, key, name, action, target, detail, address)
            values (:at, :via.word, :key, :name, :action, :target, :detail::jsonb, :address)
            """)
    void insert(@BindMethods Actor actor, Instant at, String action, String target, String detail);
}
