package org.tocsin.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.access.Audit;
import org.tocsin.access.KeyStore;
import org.tocsin.access.RepeatBook;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.DecisionStore;
import org.tocsin.alert.DueStore;
import org.tocsin.alert.RuleStore;
import org.tocsin.collect.DocumentStore;
import org.tocsin.collect.FetchedLog;
import org.tocsin.collect.Pauses;
import org.tocsin.collect.Roster;
import org.tocsin.collect.RunLog;
import org.tocsin.collect.Web;
import org.tocsin.collect.table.PostedTable;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Headline;
import org.tocsin.db.Presence;
import org.tocsin.http.HttpFetcher;
import org.tocsin.notify.Channel;
import org.tocsin.notify.Outbox;
import org.tocsin.notify.Peers;
import org.tocsin.notify.Relay;
import org.tocsin.notify.SubscriberStore;
import org.tocsin.notify.Surroundings;
import org.tocsin.notify.Waypoints;
import org.tocsin.pipeline.Around;
import org.tocsin.pipeline.CollectStep;
import org.tocsin.pipeline.EvidenceReader;
import org.tocsin.pipeline.Explain;
import org.tocsin.pipeline.HoldNotices;
import org.tocsin.pipeline.HoldRelease;
import org.tocsin.pipeline.ImportStep;
import org.tocsin.pipeline.MergeStep;
import org.tocsin.pipeline.NoticeWriter;
import org.tocsin.pipeline.PostStep;
import org.tocsin.pipeline.Preview;
import org.tocsin.pipeline.ReportStep;
import org.tocsin.pipeline.Retirement;
import org.tocsin.pipeline.ReviewStep;
import org.tocsin.pipeline.SweepStep;
import org.tocsin.pipeline.WatchStep;
import org.tocsin.report.CandidateStore;
import org.tocsin.report.ChangeStore;
import org.tocsin.report.EventStore;
import org.tocsin.report.ReportReader;
import org.tocsin.report.ReportStore;
import org.tocsin.report.Review;
import org.tocsin.series.FigureStore;
import org.tocsin.series.HoldStore;
import org.tocsin.series.SeriesStore;

/** Puts the house together, floor by floor; reads like a table of contents. */
final class Wiring {
    final Stores stores;
    final Steps steps;
    final Explain explain;
    final Preview preview;

    /** Every door to a table. */
    record Stores(Collected collected, Known known, Reported reported, Watched watched, Told told, Access access) {
        record Collected(RunLog runs, DocumentStore documents, FetchedLog fetched, Pauses pauses) {}

        record Known(
                SeriesStore series, FigureStore figures, HoldStore holds, CrisisStore crises, AppealStore appeals) {}

        record Reported(ReportStore reports, CandidateStore candidates, EventStore events, ChangeStore changes) {}

        record Watched(RuleStore rules, DueStore due, DecisionStore decisions, AlertBook alerts) {}

        record Told(SubscriberStore subscribers, Outbox outbox) {}

        record Access(KeyStore keys, Audit audit, RepeatBook repeats) {}
    }

    /** Every step of a figure's journey. */
    record Steps(
            CollectStep collect,
            ByHand byHand,
            Prose prose,
            WatchStep watch,
            HoldRelease holds,
            SweepStep sweep,
            Relay relay,
            Peers peers) {}

    /** The ways of what people hand over: a file, or what a program posts. */
    record ByHand(ImportStep table, PostStep post) {}

    /** The way of what is told in prose. */
    record Prose(ReportStep report, Review review, ReviewStep decide) {}

    /**
     * What the house is built on.
     *
     * @param knowledge what time it is for figures and rules; a replay hands in its own
     * @param delivery what time it is for messages
     */
    record Ground(Jdbi jdbi, InstantSource knowledge, InstantSource delivery, MeterRegistry meters) {}

    /** What it is furnished with. */
    record Furniture(Roster roster, HttpFetcher http, Headline headline, Sending sending) {
        /** What messages leave by, and what says to other nodes that this one is there to send them. */
        record Sending(List<Channel<?>> channels, int senders, Presence presence) {}
    }

    /** Who looks on: told of events as they happen, and of a message's way. */
    record Onlookers(WatchStep.Witness witness, Waypoints waypoints) {
        static Onlookers nobody() {
            return new Onlookers(WatchStep.Witness.NOBODY, Waypoints.NONE);
        }
    }

    Wiring(Ground ground, Furniture furniture, URI publicUrl, Onlookers onlookers) {
        this.stores = stores(ground);
        this.steps = steps(ground, furniture, publicUrl, onlookers);
        this.explain = new Explain(stores.watched().decisions(), evidence());
        this.preview = new Preview(
                stores.known().series(),
                stores.known().crises(),
                stores.known().appeals(),
                stores.told().subscribers(),
                stores.watched().due());
    }

    private static Stores stores(Ground ground) {
        Jdbi jdbi = ground.jdbi();
        DocumentStore documents = new DocumentStore(jdbi);
        RuleStore rules = new RuleStore(jdbi);
        DecisionStore decisions = new DecisionStore(jdbi, rules);
        SubscriberStore subscribers = new SubscriberStore(jdbi);
        Audit audit = new Audit(jdbi, ground.delivery());
        return new Stores(
                new Stores.Collected(new RunLog(jdbi), documents, new FetchedLog(jdbi, documents), new Pauses(jdbi)),
                new Stores.Known(
                        new SeriesStore(jdbi),
                        new FigureStore(jdbi),
                        new HoldStore(jdbi),
                        new CrisisStore(jdbi),
                        new AppealStore(jdbi)),
                new Stores.Reported(
                        new ReportStore(jdbi), new CandidateStore(jdbi), new EventStore(jdbi), new ChangeStore(jdbi)),
                new Stores.Watched(rules, new DueStore(jdbi), decisions, new AlertBook(jdbi, decisions)),
                new Stores.Told(subscribers, new Outbox(jdbi, subscribers, ground.delivery())),
                new Stores.Access(new KeyStore(jdbi, audit), audit, new RepeatBook(jdbi)));
    }

    private EvidenceReader evidence() {
        return new EvidenceReader(
                stores.known().series(), stores.known().crises(), stores.known().appeals());
    }

    private Steps steps(Ground ground, Furniture furniture, URI publicUrl, Onlookers onlookers) {
        Stores.Collected collected = stores.collected();
        Stores.Known known = stores.known();
        ReportStep report = report(ground);
        MergeStep merge = new MergeStep(
                ground.jdbi(),
                collected.runs(),
                new MergeStep.Stores(
                        known.series(), known.appeals(), stores.watched().due(), holds(publicUrl), report),
                ground.knowledge(),
                ground.meters());
        CollectStep collect = new CollectStep(
                furniture.roster(),
                collected.pauses(),
                collected.runs(),
                new Web(furniture.http(), collected.documents(), collected.fetched()),
                merge,
                ground.knowledge());
        HoldRelease release = release(ground);
        WatchStep.Telling telling = telling(furniture, publicUrl, onlookers);
        return new Steps(
                collect,
                byHand(ground, furniture, merge),
                prose(ground, report, merge),
                watch(ground, telling),
                release,
                new SweepStep(
                        ground.jdbi(),
                        stores.watched().due(),
                        release,
                        retirement(ground, telling),
                        ground.knowledge(),
                        ground.meters()),
                relay(ground, furniture, onlookers),
                new Peers(stores.told().outbox(), furniture.sending().presence(), ground.meters()));
    }

    private ByHand byHand(Ground ground, Furniture furniture, MergeStep merge) {
        Stores.Collected collected = stores.collected();
        return new ByHand(
                new ImportStep(collected.runs(), collected.documents(), collected.fetched(), merge, ground.knowledge()),
                new PostStep(
                        new ReportStep.Archived(collected.runs(), collected.documents(), collected.fetched()),
                        furniture.roster().handed(),
                        new PostedTable()::read,
                        merge,
                        ground.knowledge()));
    }

    private HoldNotices holds(URI publicUrl) {
        Stores.Known known = stores.known();
        return new HoldNotices(
                known.holds(), known.series(), known.crises(), stores.told().outbox(), publicUrl);
    }

    private ReportStep report(Ground ground) {
        Stores.Collected collected = stores.collected();
        Stores.Reported reported = stores.reported();
        return new ReportStep(
                ground.jdbi(),
                new ReportStep.Archived(collected.runs(), collected.documents(), collected.fetched()),
                new ReportStep.Kept(reported.reports(), reported.candidates()),
                ReportReader.shipped(),
                ground.knowledge(),
                ground.meters());
    }

    private Prose prose(Ground ground, ReportStep report, MergeStep merge) {
        Stores.Collected collected = stores.collected();
        Stores.Reported reported = stores.reported();
        Review review = new Review(reported.candidates(), reported.events(), reported.changes());
        ReviewStep decide = new ReviewStep(
                ground.jdbi(),
                new ReviewStep.Read(collected.runs(), collected.documents(), reported.reports(), reported.candidates()),
                review,
                merge,
                ground.knowledge(),
                ground.meters());
        return new Prose(report, review, decide);
    }

    private WatchStep.Telling telling(Furniture furniture, URI publicUrl, Onlookers onlookers) {
        Stores.Known known = stores.known();
        Stores.Watched watched = stores.watched();
        Around around = new Around(
                known.series(), known.figures(), known.holds(), known.crises(), known.appeals(), furniture.headline());
        NoticeWriter notices = new NoticeWriter(around, watched.alerts(), watched.decisions(), publicUrl);
        return new WatchStep.Telling(notices, stores.told().outbox(), onlookers.witness());
    }

    private WatchStep watch(Ground ground, WatchStep.Telling telling) {
        Stores.Watched watched = stores.watched();
        return new WatchStep(
                ground.jdbi(),
                new WatchStep.Books(watched.due(), watched.rules(), watched.alerts()),
                new WatchStep.Sight(evidence(), stores.known().series()),
                telling,
                ground.knowledge(),
                ground.meters());
    }

    private Retirement retirement(Ground ground, WatchStep.Telling telling) {
        Stores.Watched watched = stores.watched();
        return new Retirement(ground.jdbi(), watched.alerts(), watched.decisions(), telling, ground.meters());
    }

    private HoldRelease release(Ground ground) {
        return new HoldRelease(
                ground.jdbi(),
                stores.known().holds(),
                stores.known().series(),
                stores.watched().due(),
                stores.collected().runs());
    }

    private Relay relay(Ground ground, Furniture furniture, Onlookers onlookers) {
        Furniture.Sending sending = furniture.sending();
        Surroundings surroundings = new Surroundings(
                UUID.randomUUID().toString(),
                sending.presence()::number,
                ground.delivery(),
                new SecureRandom(),
                onlookers.waypoints());
        return new Relay(stores.told().outbox(), sending.channels(), surroundings, ground.meters(), sending.senders());
    }
}
