package org.tocsin.notify;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Recipients, endpoints and subscriptions in SQL. */
interface SubscriberDao {
    @SqlQuery("""
            select s.recipient, s.endpoint, s.crises, s.countries, s.metrics, s.min_level
            from subscription s
            left join recipient r on r.id = s.recipient
            left join endpoint e on e.id = s.endpoint
            where coalesce(r.active, e.active)
            order by s.id
            """)
    List<Subscription> listSubscriptions();

    @SqlQuery("""
            select distinct n.recipient, n.endpoint
            from notification n
            left join recipient r on r.id = n.recipient
            left join endpoint e on e.id = n.endpoint
            where n.alert = :alert and coalesce(r.active, e.active)
            """)
    @RegisterConstructorMapper(Addressee.class)
    Set<Addressee> listTold(@Bind("alert") UUID alert);

    @SqlQuery("select id as recipient, cast(null as bigint) as endpoint from recipient where coordinator and active")
    @RegisterConstructorMapper(Addressee.class)
    Set<Addressee> listCoordinators();

    @SqlQuery("""
            insert into recipient (email, name, locale, zone, coordinator, active, provisioned)
            values (:email, :name, :locale, :zone, :coordinator, true, true)
            on conflict (lower(email)) do update
            set name = excluded.name, locale = excluded.locale, zone = excluded.zone, coordinator = excluded.coordinator,
                active = true, provisioned = true
            returning id
            """)
    long provisionRecipient(
            @Bind("email") String email,
            @Bind("name") String name,
            @Bind("locale") String locale,
            @Bind("zone") String zone,
            @Bind("coordinator") boolean coordinator);

    /** An endpoint that was disabled stays so until its URL or its secrets change. */
    @SqlQuery("""
            insert into endpoint (name, url, secrets, provisioned)
            values (:name, :url, cast(:secrets as text[]), true)
            on conflict (name) do update
            set url = excluded.url, secrets = excluded.secrets, provisioned = true,
                active = endpoint.disabled_because is null or endpoint.url <> excluded.url
                    or endpoint.secrets <> excluded.secrets,
                disabled_because = case when endpoint.url <> excluded.url or endpoint.secrets <> excluded.secrets
                    then null else endpoint.disabled_because end,
                failing_since = case when endpoint.url <> excluded.url then null else endpoint.failing_since end
            returning id
            """)
    long provisionEndpoint(@Bind("name") String name, @Bind("url") String url, @Bind("secrets") List<String> secrets);

    @SqlUpdate("delete from subscription where provisioned")
    void clearProvisioned();

    @SqlUpdate("""
            insert into subscription (recipient, endpoint, crises, countries, metrics, min_level, provisioned)
            values (:recipient, :endpoint, cast(:crises as text[]), cast(:countries as text[]), cast(:metrics as text[]),
                :minLevel, true)
            """)
    void subscribe(
            @Bind("recipient") @Nullable Long recipient,
            @Bind("endpoint") @Nullable Long endpoint,
            @Bind("crises") List<String> crises,
            @Bind("countries") List<String> countries,
            @Bind("metrics") List<String> metrics,
            @Bind("minLevel") String minLevel);

    @SqlUpdate(
            "update recipient set active = false where provisioned and active and id <> all(cast(:kept as bigint[]))")
    int retireRecipients(@Bind("kept") List<Long> kept);

    @SqlUpdate("update endpoint set active = false where provisioned and active and id <> all(cast(:kept as bigint[]))")
    int retireEndpoints(@Bind("kept") List<Long> kept);

    @SqlUpdate("update endpoint set failing_since = null where id = :endpoint and failing_since is not null")
    void noteSuccess(@Bind("endpoint") long endpoint);

    @SqlUpdate("update endpoint set failing_since = :now where id = :endpoint and failing_since is null")
    void noteFailure(@Bind("endpoint") long endpoint, @Bind("now") Instant now);

    @SqlUpdate("""
            update endpoint set active = false, disabled_because = :because
            where id = :endpoint and active and failing_since <= :since
            """)
    int disableFailing(@Bind("endpoint") long endpoint, @Bind("since") Instant since, @Bind("because") String because);

    @SqlUpdate("update endpoint set active = false, disabled_because = :because where id = :endpoint and active")
    int disable(@Bind("endpoint") long endpoint, @Bind("because") String because);

    /** What waits for a destination that no longer takes anything is withdrawn. */
    @SqlUpdate("""
            with dropped as (
                delete from outbox o using notification n
                left join recipient r on r.id = n.recipient
                left join endpoint e on e.id = n.endpoint
                where n.id = o.notification and not coalesce(r.active, e.active)
                returning o.notification)
            update notification set state = 'withdrawn', ended_at = :now from dropped where id = dropped.notification
            """)
    int withdraw(@Bind("now") Instant now);
}
