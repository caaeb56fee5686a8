package org.tocsin.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The outbox in SQL. */
interface OutboxDao {
    /** One notification and its place in the outbox; nothing where this destination has it already. */
    @SqlBatch("""
            with fresh as (select gen_random_uuid() as id),
            added as (
                insert into notification (id, recipient, endpoint, channel, alert, kind, evidence, payload, thread, created_at)
                select fresh.id, :to.recipient, :to.endpoint, :to.channel, :alert, :kind, :evidence, cast(:payload as jsonb),
                    coalesce((
                        select earlier.thread from notification earlier
                        where earlier.alert = :alert
                            and earlier.recipient is not distinct from :to.recipient
                            and earlier.endpoint is not distinct from :to.endpoint
                        order by earlier.seq limit 1), fresh.id),
                    :now
                from fresh
                on conflict on constraint notification_once do nothing
                returning id, seq, thread, recipient, endpoint, created_at)
            insert into outbox (notification, seq, thread, recipient, endpoint, due_at)
            select id, seq, thread, recipient, endpoint, created_at from added
            """)
    int[] add(
            @BindMethods("to") Collection<Addressee> addressees,
            @Bind("alert") UUID alert,
            @Bind("kind") String kind,
            @Bind("evidence") String evidence,
            @Bind("payload") String payload,
            @Bind("now") Instant now);

    /** Ties an alert event to the notification that tells it, new or not. */
    @SqlBatch("""
            insert into notification_event (notification, alert_event)
            select id, :event from notification
            where recipient is not distinct from :to.recipient and endpoint is not distinct from :to.endpoint
                and channel = :to.channel and evidence = :evidence and kind = :kind
            on conflict do nothing
            """)
    void tie(
            @BindMethods("to") Collection<Addressee> addressees,
            @Bind("evidence") String evidence,
            @Bind("kind") String kind,
            @Bind("event") long event);

    @SqlQuery("select count(pg_notify(:topic, ''))")
    long wake(@Bind("topic") String topic);

    /** Leases what is due, the first of each thread only, and few of one endpoint at a time. */
    @SqlQuery("""
            with due as materialized (
                select o.notification from outbox o
                where o.due_at <= :now
                    and (o.claimed_until is null or o.claimed_until <= :now)
                    and not exists (select from outbox earlier where earlier.thread = o.thread and earlier.seq < o.seq)
                    and (select count(*) from outbox busy
                        where busy.endpoint = o.endpoint and busy.claimed_until > :now) < :perEndpoint
                order by o.due_at, o.seq
                limit :limit
                for update of o skip locked),
            claimed as (
                update outbox o
                set claimed_by = :node, claimed_lock = cast(:lock as integer), claimed_until = :until,
                    epoch = nextval('outbox_epoch')
                from due where o.notification = due.notification
                returning o.notification, o.seq, o.epoch, o.attempts)
            select claimed.epoch, claimed.attempts, n.id, n.thread, n.created_at, n.payload, n.channel,
                n.recipient, r.email, r.name as recipient_name, r.locale, r.zone,
                n.endpoint, e.name as endpoint_name, e.url, e.secrets
            from claimed
            join notification n on n.id = claimed.notification
            left join recipient r on r.id = n.recipient
            left join endpoint e on e.id = n.endpoint
            order by claimed.seq
            """)
    List<Claimed> claim(
            @Bind("node") String node,
            @Bind("lock") @Nullable Integer lock,
            @Bind("now") Instant now,
            @Bind("until") Instant until,
            @Bind("limit") int limit,
            @Bind("perEndpoint") int perEndpoint);

    /** 1, or 0 when the claim is no longer the newest. */
    @SqlUpdate("""
            with ended as (
                delete from outbox where notification = :notification and epoch = :epoch returning notification)
            update notification set state = :state, ended_at = :now from ended where id = ended.notification
            """)
    int end(
            @Bind("notification") UUID notification,
            @Bind("epoch") long epoch,
            @Bind("state") String state,
            @Bind("now") Instant now);

    /** 1, or 0 when the claim is no longer the newest. */
    @SqlUpdate("""
            update outbox set due_at = :due, attempts = attempts + 1, claimed_by = null, claimed_lock = null, claimed_until = null
            where notification = :notification and epoch = :epoch
            """)
    int postpone(@Bind("notification") UUID notification, @Bind("epoch") long epoch, @Bind("due") Instant due);

    @SqlQuery("select distinct claimed_lock from outbox where claimed_lock <> :except order by claimed_lock")
    List<Integer> claimants(@Bind("except") int except);

    /** The epoch stays: were its holder not dead after all, it could still write down what it did until another claims it. */
    @SqlUpdate("""
            update outbox set claimed_by = null, claimed_lock = null, claimed_until = null where claimed_lock = :lock
            """)
    int release(@Bind("lock") int lock);

    @SqlUpdate("""
            insert into attempt (notification, n, at, outcome, detail, duration_ms, status)
            select :notification, coalesce(max(n), 0) + 1, :at, :outcome, :detail, :millis, :status
            from attempt where notification = :notification
            """)
    void record(
            @Bind("notification") UUID notification,
            @Bind("at") Instant at,
            @Bind("outcome") String outcome,
            @Bind("detail") String detail,
            @Bind("millis") long millis,
            @Bind("status") @Nullable Integer status);

    /** An endpoint that asks for a pause gets none of its other messages either; no attempt of theirs is used up. */
    @SqlUpdate("""
            update outbox set due_at = :until
            where notification in (
                select notification from outbox
                where endpoint = :endpoint and claimed_until is null and due_at < :until and notification <> :but
                for update skip locked)
            """)
    int holdBack(@Bind("endpoint") long endpoint, @Bind("until") Instant until, @Bind("but") UUID but);

    @SqlQuery("""
            select count(*) as pending, min(n.created_at) as oldest,
                min(o.due_at) filter (where o.claimed_until is null or o.claimed_until < :now) as due,
                (select count(*) from notification where state = 'dead') as dead
            from outbox o join notification n on n.id = o.notification
            """)
    DepthRow depth(@Bind("now") Instant now);
}
