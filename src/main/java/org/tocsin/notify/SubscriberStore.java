package org.tocsin.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Metric;
import org.tocsin.notify.Subscribers.Filter;

/** The only door to recipients, endpoints and what they subscribe to. */
public final class SubscriberStore {
    private static final Duration PATIENCE = Duration.ofDays(5);

    private final Jdbi jdbi;

    public SubscriberStore(Jdbi jdbi) {
        this.jdbi = jdbi.registerRowMapper(new SubscriptionMapper());
    }

    /**
     * Makes the subscribers of the configuration those of the store. Who is no longer in the configuration gets nothing more; who
     * came by another way is left alone.
     */
    public void provision(Subscribers wanted, Instant now) {
        jdbi.useTransaction(handle -> {
            SubscriberDao dao = handle.attach(SubscriberDao.class);
            dao.clearProvisioned();
            List<Long> recipients = new ArrayList<>();
            for (Subscribers.Person person : wanted.recipients()) {
                long id = dao.provisionRecipient(
                        person.email(),
                        person.name(),
                        person.locale(),
                        person.zone().getId(),
                        person.coordinator());
                recipients.add(id);
                person.filters().forEach(filter -> subscribe(dao, id, null, filter));
            }
            List<Long> endpoints = new ArrayList<>();
            for (Subscribers.Hook hook : wanted.endpoints()) {
                long id = dao.provisionEndpoint(
                        hook.name(),
                        hook.url().toString(),
                        hook.secrets().stream().map(Secret::text).toList());
                endpoints.add(id);
                hook.filters().forEach(filter -> subscribe(dao, null, id, filter));
            }
            dao.retireRecipients(recipients);
            dao.retireEndpoints(endpoints);
            dao.withdraw(now);
        });
    }

    /** Whom a notice is for: who wants such news, for a follow-up who was told before, and of what is held the coordinators. */
    Set<Addressee> audience(Notice notice) {
        return jdbi.withHandle(handle -> {
            SubscriberDao dao = handle.attach(SubscriberDao.class);
            if (notice.alarm().occasion() == Occasion.HELD) {
                return dao.listCoordinators();
            }
            if (notice.alarm().occasion().followsUp()) {
                return dao.listTold(notice.alarm().alert());
            }
            return audience(dao, Subscription.News.of(notice));
        });
    }

    /** Who wants such news. */
    public Set<Addressee> audience(Subscription.News news) {
        return jdbi.withHandle(handle -> audience(handle.attach(SubscriberDao.class), news));
    }

    private static Set<Addressee> audience(SubscriberDao dao, Subscription.News news) {
        Set<Addressee> audience = new LinkedHashSet<>();
        for (Subscription subscription : dao.listSubscriptions()) {
            if (subscription.answer(news) == Subscription.Answer.WANTED) {
                audience.add(subscription.addressee());
            }
        }
        return audience;
    }

    void noteSuccess(long endpoint) {
        jdbi.useHandle(handle -> handle.attach(SubscriberDao.class).noteSuccess(endpoint));
    }

    /** Whether this was one failure too many, and the endpoint gets nothing more. */
    boolean noteFailure(long endpoint, Instant now) {
        return jdbi.inTransaction(handle -> {
            SubscriberDao dao = handle.attach(SubscriberDao.class);
            dao.noteFailure(endpoint, now);
            boolean disabled =
                    dao.disableFailing(endpoint, now.minus(PATIENCE), "nothing but failures for 5 days") == 1;
            if (disabled) {
                dao.withdraw(now);
            }
            return disabled;
        });
    }

    void disable(long endpoint, String because, Instant now) {
        jdbi.useTransaction(handle -> {
            SubscriberDao dao = handle.attach(SubscriberDao.class);
            dao.disable(endpoint, because);
            dao.withdraw(now);
        });
    }

    private static void subscribe(SubscriberDao dao, @Nullable Long recipient, @Nullable Long endpoint, Filter filter) {
        dao.subscribe(
                recipient,
                endpoint,
                filter.crises(),
                filter.countries(),
                filter.metrics().stream().map(Metric::code).toList(),
                filter.level().code());
    }
}
