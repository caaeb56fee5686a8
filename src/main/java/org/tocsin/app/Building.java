package org.tocsin.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Roster;
import org.tocsin.collect.SourceBook;
import org.tocsin.db.Presence;
import org.tocsin.figure.SourceId;
import org.tocsin.http.HttpFetcher;
import org.tocsin.http.HttpWire;
import org.tocsin.http.Sleeper;
import org.tocsin.notify.Channel;
import org.tocsin.notify.email.EmailChannel;
import org.tocsin.notify.email.NoticeChart;
import org.tocsin.notify.webhook.WebhookChannel;

/** Makes the house from the settings, for the service and for the commands alike. */
final class Building implements AutoCloseable {
    private final TocsinConfiguration settings;
    private final OpenDatabase database;
    private final Presence presence;
    private final HttpWire wire;
    private final WebhookChannel webhooks;
    private final Wiring wiring;
    private final Instants instants;
    private final Roster roster;

    /** What time it is for figures and rules, and for messages. */
    record Instants(InstantSource knowledge, InstantSource delivery) {}

    Building(
            TocsinConfiguration settings,
            OpenDatabase database,
            Instants instants,
            MeterRegistry meters,
            Wiring.Onlookers onlookers) {
        this.settings = settings;
        this.database = database;
        this.instants = instants;
        this.presence = new Presence(database.direct());
        this.wire = HttpWire.of(settings.http());
        this.webhooks = new WebhookChannel(settings.webhooks(), instants.delivery());
        HttpFetcher http = new HttpFetcher(
                settings.http(), wire, InstantSource.system(), Sleeper.REAL, RandomGenerator.getDefault(), meters);
        this.roster = Roster.of(settings.sources(), Provisions.imports(settings.imports()));
        List<Channel<?>> channels = List.of(new EmailChannel(settings.email(), new NoticeChart(), meters), webhooks);
        this.wiring = new Wiring(
                new Wiring.Ground(database.jdbi(), instants.knowledge(), instants.delivery(), meters),
                new Wiring.Furniture(
                        roster,
                        http,
                        settings.headline(),
                        new Wiring.Furniture.Sending(
                                channels, settings.delivery().senders(), presence)),
                settings.publicUrl(),
                onlookers);
    }

    /** Takes over what the settings say of sources, crises, rules and subscribers. */
    void provision() {
        Instant now = instants.knowledge().instant();
        wiring.steps.collect().declare();
        wiring.stores.known().crises().provision(Provisions.crises(settings.crises()), now);
        wiring.stores.watched().rules().provision(Provisions.rules(settings.rules()), now);
        wiring.stores
                .told()
                .subscribers()
                .provision(settings.subscribers(), instants.delivery().instant());
    }

    Wiring wiring() {
        return wiring;
    }

    OpenDatabase database() {
        return database;
    }

    /** The collector of a source, to read what was archived of it. */
    Collector collector(SourceId source) {
        return roster.collector(source);
    }

    /** How the sources stand. */
    SourceBook sources() {
        return new SourceBook(database.jdbi(), roster);
    }

    InstantSource knowledge() {
        return instants.knowledge();
    }

    @Override
    public void close() {
        wiring.steps.relay().close();
        // After the relay, as others take over what it leaves as soon as this is gone.
        presence.close();
        wire.close();
        webhooks.close();
    }
}
