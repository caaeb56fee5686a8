package org.tocsin.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.SourceId;

/** Rules and their versions in SQL. */
@RegisterRowMapper(RuleDao.VersionMapper.class)
interface RuleDao {
    /** The columns of a rule that a change is matched by. */
    record Matching(String metric, @Nullable String population, String cause, List<String> sources, Places places) {
        /**
         * Where it looks.
         *
         * @param countries those it lists and those of its regions
         */
        public record Places(List<String> crises, List<String> countries, boolean everyCountry) {}

        static Matching of(Rule.Watch watch) {
            return new Matching(
                    watch.metric().code(),
                    watch.population() == null ? null : watch.population().code(),
                    watch.cause().code(),
                    watch.sources().stream().map(SourceId::value).toList(),
                    new Places(
                            watch.where().crises(),
                            List.copyOf(watch.where().namedCountries()),
                            watch.where().everyCountry()));
        }
    }

    @SqlUpdate("""
            insert into rule (id, provisioned) values (:id, :provisioned)
            on conflict (id) do update set provisioned = excluded.provisioned
            """)
    void add(@Bind("id") String id, @Bind("provisioned") boolean provisioned);

    @SqlQuery("""
            select r.provisioned, v.version, v.definition::text as definition
            from rule r join rule_version v on v.rule = r.id
            where r.id = :id and v.known_to is null and v.definition = cast(:definition as jsonb)
            """)
    Optional<RuleVersion> same(@Bind("id") String id, @Bind("definition") String definition);

    @SqlUpdate("""
            update rule_version set known_to = greatest(:at, known_from + interval '1 microsecond')
            where rule = :id and known_to is null
            """)
    void close(@Bind("id") String id, @Bind("at") Instant at);

    @SqlUpdate("""
            insert into rule_version (rule, version, definition, metric, population, cause, sources, crises, countries,
                every_country, known_from)
            values (:id, (select coalesce(max(version), 0) + 1 from rule_version where rule = :id),
                cast(:definition as jsonb), :by.metric, :by.population, :by.cause, :by.sources, :by.places.crises,
                :by.places.countries, :by.places.everyCountry,
                greatest(:at, (select max(known_to) from rule_version where rule = :id)))
            """)
    void open(
            @Bind("id") String id,
            @Bind("definition") String definition,
            @BindMethods("by") Matching by,
            @Bind("at") Instant at);

    @SqlQuery("""
            select r.provisioned, v.version, v.definition::text as definition
            from rule r join rule_version v on v.rule = r.id where v.known_to is null order by r.id
            """)
    List<RuleVersion> current();

    @SqlQuery("""
            select r.provisioned, v.version, v.definition::text as definition
            from rule r join rule_version v on v.rule = r.id where r.id = :id and v.known_to is null
            """)
    Optional<RuleVersion> current(@Bind("id") String id);

    @SqlQuery("""
            select r.provisioned, v.version, v.definition::text as definition
            from rule r join rule_version v on v.rule = r.id where r.id = :id and v.version = :version
            """)
    Optional<RuleVersion> version(@Bind("id") String id, @Bind("version") int version);

    @SqlQuery("""
            select r.provisioned, v.version, v.definition::text as definition
            from rule r join rule_version v on v.rule = r.id where r.id = :id order by v.version desc
            """)
    List<RuleVersion> versions(@Bind("id") String id);

    /** A rule that left its file may be taken over by a person. */
    @SqlQuery("""
            select exists (select 1 from rule r join rule_version v on v.rule = r.id
                where r.id = :id and r.provisioned and v.known_to is null)
            """)
    boolean isProvisioned(@Bind("id") String id);

    @SqlUpdate("delete from due where rule = :id")
    void forgetDue(@Bind("id") String id);

    /** Reads a definition as it was accepted. */
    final class VersionMapper implements RowMapper<RuleVersion> {
        @Override
        public RuleVersion map(ResultSet row, StatementContext context) throws SQLException {
            return new RuleVersion(
                    RuleFile.read(row.getString("definition")), row.getInt("version"), row.getBoolean("provisioned"));
        }
    }
}
