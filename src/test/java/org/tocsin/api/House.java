package org.tocsin.api;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.AccessSettings;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.access.KeyStore;
import org.tocsin.access.RepeatBook;
import org.tocsin.access.Role;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.alert.DecisionStore;
import org.tocsin.alert.DueStore;
import org.tocsin.alert.RuleStore;
import org.tocsin.collect.DocumentStore;
import org.tocsin.collect.Failure;
import org.tocsin.collect.FetchedLog;
import org.tocsin.collect.Pauses;
import org.tocsin.collect.Roster;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.RunCounts;
import org.tocsin.collect.RunLog;
import org.tocsin.collect.SourceBook;
import org.tocsin.collect.Web;
import org.tocsin.collect.table.PostedTable;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.CrisisId;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Headline;
import org.tocsin.crisis.ScopeLine;
import org.tocsin.dashboard.DashboardResources;
import org.tocsin.db.TestDatabase;
import org.tocsin.detect.Change;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Level;
import org.tocsin.detect.Point;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Subject;
import org.tocsin.detect.Threshold;
import org.tocsin.detect.Where;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.notify.Outbox;
import org.tocsin.notify.SubscriberStore;
import org.tocsin.pipeline.CollectStep;
import org.tocsin.pipeline.EvidenceReader;
import org.tocsin.pipeline.Explain;
import org.tocsin.pipeline.HoldNotices;
import org.tocsin.pipeline.HoldRelease;
import org.tocsin.pipeline.ImportStep;
import org.tocsin.pipeline.MergeStep;
import org.tocsin.pipeline.PostStep;
import org.tocsin.pipeline.Preview;
import org.tocsin.pipeline.ReportStep;
import org.tocsin.pipeline.ReviewStep;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.report.CandidateStore;
import org.tocsin.report.ChangeStatement;
import org.tocsin.report.ChangeStore;
import org.tocsin.report.EventStore;
import org.tocsin.report.ReportReader;
import org.tocsin.report.ReportStore;
import org.tocsin.report.Review;
import org.tocsin.series.FigureStore;
import org.tocsin.series.HoldStore;
import org.tocsin.series.LineRef;
import org.tocsin.series.Merge;
import org.tocsin.series.SeriesStore;

/** API and pages on a real server over a real database, with a crisis in Sudan to fill. */
public final class House implements AutoCloseable {
    public static final Crisis SUDAN = new Crisis(
            new CrisisId("sdn"),
            "Sudan <conflict>",
            LocalDate.of(2023, 4, 15),
            List.of(),
            List.of(),
            List.of(new ScopeLine(ScopeLine.Role.IN, "SDN", null, null)));
    private static final URI HOME = URI.create("http://localhost");

    public final Jdbi jdbi;
    public final RuleStore rules;
    public final AlertBook alerts;
    private final TestDatabase database = TestDatabase.migrated();
    private final DropwizardTestSupport<Configuration> server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final SeriesStore series;
    private final CrisisStore crises;
    private final RunLog runs;
    private final ImportStep intake;
    private final KeyStore keys;
    private volatile Instant now = Instant.parse("2024-06-30T12:00:00Z");

    public House(boolean publicRead) throws Exception {
        this.jdbi = database.jdbi();
        this.series = new SeriesStore(jdbi);
        this.crises = new CrisisStore(jdbi);
        this.runs = new RunLog(jdbi);
        this.rules = new RuleStore(jdbi);
        InstantSource clock = () -> now;
        Audit audit = new Audit(jdbi, clock);
        this.keys = new KeyStore(jdbi, audit);
        DecisionStore decisions = new DecisionStore(jdbi, rules);
        this.alerts = new AlertBook(jdbi, decisions);
        DocumentStore documents = new DocumentStore(jdbi);
        FetchedLog fetched = new FetchedLog(jdbi, documents);
        AppealStore appeals = new AppealStore(jdbi);
        ReportStep report = report(jdbi, runs, documents, clock);
        MergeStep merge = new MergeStep(
                jdbi,
                runs,
                new MergeStep.Stores(series, appeals, new DueStore(jdbi), holdNotices(jdbi, clock), report),
                clock,
                new SimpleMeterRegistry());
        this.intake = new ImportStep(runs, documents, fetched, merge, clock);
        crises.provision(List.of(SUDAN), now);
        Headline headline =
                new Headline(Map.of("killed", List.of("ucdp", "acled"), "injured", List.of("ucdp", "acled")));
        FigureStore figures = new FigureStore(jdbi);
        Explain explain = new Explain(decisions, new EvidenceReader(series, crises, appeals));
        Preview preview = new Preview(series, crises, appeals, new SubscriberStore(jdbi), new DueStore(jdbi));
        Roster roster = roster();
        Pauses pauses = new Pauses(jdbi);
        CollectStep collect = new CollectStep(roster, pauses, runs, new Web(null, documents, fetched), merge, clock);
        collect.declare();
        PostStep post = new PostStep(
                new ReportStep.Archived(runs, documents, fetched),
                roster.handed(),
                new PostedTable()::read,
                merge,
                clock);
        List<Object> rooms = new ArrayList<>(ApiResources.of(new Doors(
                new Doors.Known(series, figures, held(jdbi), crises, appeals, headline),
                reported(
                        jdbi,
                        new ReviewStep.Read(runs, documents, new ReportStore(jdbi), new CandidateStore(jdbi)),
                        report,
                        merge,
                        clock),
                new Doors.Watched(rules, decisions, alerts, explain, preview, HOME),
                new Doors.Collected(
                        runs,
                        documents,
                        new Doors.Sources(new SourceBook(jdbi, roster), pauses),
                        new Doors.Steps(collect, post),
                        Runnable::run),
                new Doors.Access(keys, audit, new RepeatBook(jdbi), new AccessSettings(publicRead)),
                clock)));
        rooms.addAll(DashboardResources.of(new org.tocsin.dashboard.Doors(
                new org.tocsin.dashboard.Doors.Known(
                        series, figures, crises, appeals, headline, new SourceBook(jdbi, roster)),
                new org.tocsin.dashboard.Doors.Beside(new HoldStore(jdbi), new ChangeStore(jdbi)),
                new org.tocsin.dashboard.Doors.Watched(decisions, alerts, HOME),
                clock)));
        this.server = serve(rooms);
    }

    /** One source that is asked, one that lacks its key, one that people hand over. */
    private static Roster roster() {
        return new Roster(
                List.of(new Silent()),
                Map.of(declared("lone", Redistribution.ROWS), "token of lone"),
                List.of(declared("ohchr", Redistribution.ROWS)));
    }

    private static Source declared(String id, Redistribution redistribution) {
        Terms terms = new Terms(
                "CC BY 4.0",
                URI.create("https://licence.example/" + id),
                "=" + id + " programme",
                redistribution,
                false);
        return new Source(new SourceId(id), "The " + id, terms, 30, false);
    }

    private HoldNotices holdNotices(Jdbi jdbi, InstantSource clock) {
        Outbox outbox = new Outbox(jdbi, new SubscriberStore(jdbi), clock);
        return new HoldNotices(new HoldStore(jdbi), series, crises, outbox, HOME);
    }

    private Doors.Held held(Jdbi jdbi) {
        HoldStore holds = new HoldStore(jdbi);
        return new Doors.Held(holds, new HoldRelease(jdbi, holds, series, new DueStore(jdbi), runs));
    }

    private static ReportStep report(Jdbi jdbi, RunLog runs, DocumentStore documents, InstantSource clock) {
        return new ReportStep(
                jdbi,
                new ReportStep.Archived(runs, documents, new FetchedLog(jdbi, documents)),
                new ReportStep.Kept(new ReportStore(jdbi), new CandidateStore(jdbi)),
                ReportReader.shipped(),
                clock,
                new SimpleMeterRegistry());
    }

    private static Doors.Reported reported(
            Jdbi jdbi, ReviewStep.Read read, ReportStep report, MergeStep merge, InstantSource clock) {
        CandidateStore candidates = new CandidateStore(jdbi);
        ChangeStore changes = new ChangeStore(jdbi);
        Review review = new Review(candidates, new EventStore(jdbi), changes);
        ReviewStep decide = new ReviewStep(jdbi, read, review, merge, clock, new SimpleMeterRegistry());
        return new Doors.Reported(new ReportStore(jdbi), candidates, changes, report, review, decide);
    }

    private static DropwizardTestSupport<Configuration> serve(List<Object> rooms) throws Exception {
        DefaultServerFactory factory = new DefaultServerFactory();
        HttpConnectorFactory connector = new HttpConnectorFactory();
        connector.setPort(Integer.getInteger("tocsin.test.port", 0));
        HttpConnectorFactory admin = new HttpConnectorFactory();
        admin.setPort(0);
        factory.setApplicationConnectors(List.of(connector));
        factory.setAdminConnectors(List.of(admin));
        Configuration configuration = new Configuration();
        configuration.setServerFactory(factory);
        DropwizardTestSupport<Configuration> server = new DropwizardTestSupport<>(Open.class, configuration) {
            @Override
            public Application<Configuration> newApplication() {
                return new Open(rooms);
            }
        };
        server.before();
        return server;
    }

    private static final class Open extends Application<Configuration> {
        private final List<Object> rooms;

        Open(List<Object> rooms) {
            this.rooms = rooms;
        }

        @Override
        public void run(Configuration configuration, Environment environment) {
            rooms.forEach(environment.jersey()::register);
        }
    }

    /** A report tells of 95 % more civilians killed in Sudan by the conflict since then. */
    public void tellChange(LocalDate since, LocalDate published) {
        new ChangeStore(jdbi)
                .add(
                        new ChangeStatement(
                                "told " + since + published,
                                new ChangeStatement.Subject(
                                        Metric.KILLED, Place.country("SDN"), Population.CIVILIANS, Cause.CONFLICT),
                                new ChangeStatement.Change(
                                        ChangeStatement.Direction.INCREASE, BigDecimal.valueOf(95), since, "before"),
                                new ChangeStatement.Saying("OHCHR", published, null),
                                null),
                        now);
    }

    /** From here on it is then. */
    public void itIs(String instant) {
        now = Instant.parse(instant);
    }

    public void source(String id, Redistribution redistribution) {
        runs.declare(declared(id, redistribution));
    }

    /** Begins a merge that brings nothing. */
    long beginMerge(String source, String at) {
        Instant begun = Instant.parse(at);
        long run = runs.start(new SourceId(source), RunCause.HAND, begun);
        runs.beginMerge(run, new SourceId(source), begun);
        return run;
    }

    void endMerge(long run) {
        runs.fail(run, new Failure("internal", "", ""), RunCounts.unmerged(0, 0, 0), now);
    }

    /** Merges figures of one source, out of a document with this body. */
    public RunSummary take(String body, Figure... figures) throws IOException {
        SourceId source = figures[0].series().line().attribution().source();
        return intake.run(
                source,
                URI.create("file:///figures.csv"),
                Merge.Telling.NEWS,
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                (document, into) -> {
                    for (Figure figure : figures) {
                        into.figure(new Figure(
                                figure.series(),
                                figure.record(),
                                figure.statement(),
                                new Provenance(null, null, document.sha256(), "row 2")));
                    }
                });
    }

    /** Rings for a number of people killed on a day in the crisis. */
    public AlertEvent ring(long killed, LocalDate day) {
        Map<Level, BigDecimal> levels = Map.of(Level.WATCH, BigDecimal.valueOf(100));
        Rule.Watch watch = new Rule.Watch(Metric.KILLED, null, Cause.CONFLICT, Interval.DAY, List.of(), Where.ANYWHERE);
        Rule rule = new Rule("many", "Many in a day", watch, new Threshold(levels), new Rule.Firing(null, 30, 90));
        rules.provision(List.of(rule), now);
        LineRef line = series.lines(SUDAN.scope(), org.tocsin.series.Selection.of(Metric.KILLED)).stream()
                .filter(each -> each.line().attribution().source().value().equals("ucdp"))
                .findFirst()
                .orElseThrow();
        Frame frame = new Frame(Interval.DAY, now, day.plusDays(1), false, 2, 0);
        Point point = new Point(Period.day(day), BigDecimal.valueOf(killed), null, null, true, null);
        Evidence evidence = new Evidence(
                new Subject("crisis:sdn", 1, line.line(), null),
                frame,
                new Change("new_period", null, Period.day(day)),
                List.of(point),
                null);
        return alerts.take(Decision.of(rules.get("many", 1), line.id(), evidence))
                .toTell()
                .orElseThrow();
    }

    /** A key's token. */
    public String key(Role role) {
        return keys.create(role.word(), role, null, Actor.cli("test"), now).token();
    }

    public HttpResponse<String> get(String path) throws Exception {
        return get(path, null);
    }

    public HttpResponse<String> get(String path, @Nullable String key) throws Exception {
        return send("GET", path, key);
    }

    public HttpResponse<String> send(String method, String path, @Nullable String key, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getLocalPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts JSON. */
    public HttpResponse<String> post(String path, String key, String body) throws Exception {
        return write("POST", path, key, body);
    }

    /** A request with a JSON body. */
    public HttpResponse<String> write(String method, String path, String key, String json, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getLocalPort() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.after();
        database.close();
    }
}
