package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.tocsin.db.TestDatabase;
import org.tocsin.http.FakeTime;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** A house with rules of every kind, three loaded sources, a reader who wants everything and a coordinator who wants no alerts. */
final class Scene implements AutoCloseable {
    private static final String HEADER = "record,metric,kind,country,cause,start,end,value\n";

    private static final List<String> RULES = List.of(
            statement(
                    "killed-stated",
                    "Deaths in a report",
                    "killed",
                    "{type: threshold, levels: {watch: 100, critical: 1000}}"),
            statement(
                    "idps-stated",
                    "Displaced people in a report",
                    "idps",
                    "{type: threshold, levels: {watch: 500000}}"),
            statement(
                    "idps-jump",
                    "Many more displaced people",
                    "idps",
                    "{type: change, current: 1, reference: 42, ratios: {watch: 1.2}, minAbsolute: 50000}"),
            month("killed-month", "Deaths in a month", "killed", "{type: threshold, levels: {watch: 500}}"),
            month(
                    "killed-record",
                    "The most deaths in a year",
                    "killed",
                    "{type: record_high, window: 1, lookbacks: {warning: 12}, strict: true}"),
            month(
                    "moved-month",
                    "Displacements in a month",
                    "new_displacements",
                    "{type: threshold, levels: {watch: 50000}}"));

    private static final String SETTINGS = """
            headline: {idps: [unhcr, reports]}
            subscribers:
              recipients:
                - {email: duty@ngo.example}
                - {email: lead@ngo.example, coordinator: true, filters: [{countries: [ATA]}]}
            """;

    final House house;
    final FakeTime time = new FakeTime(Instant.parse("2024-03-08T12:00:00Z"));
    private final TestDatabase database = TestDatabase.migrated();
    private final Path mail;

    Scene(Path folder) throws IOException {
        this.mail = folder.resolve("mail");
        Path rules = Files.createDirectories(folder.resolve("rules"));
        for (String rule : RULES) {
            Files.writeString(rules.resolve(rule.hashCode() + ".yml"), rule);
        }
        this.house = new House(
                House.database(database.login()) + Web.common(mail) + "rules: \"" + rules + "\"\n" + SETTINGS, time);
        for (String source : List.of("reports", "ohchr", "unhcr")) {
            hand(source, Merge.Telling.HISTORY, "r0,killed,flow,UKR,conflict,2024-01-15,2024-01-15,1");
        }
    }

    private static String statement(String id, String title, String metric, String detector) {
        return rule(id, title, metric, "statement", detector);
    }

    private static String month(String id, String title, String metric, String detector) {
        return rule(id, title, metric, "month", detector);
    }

    private static String rule(String id, String title, String metric, String interval, String detector) {
        return """
                id: %s
                title: %s
                metric: %s
                cause: conflict
                interval: %s
                coolDownDays: 30
                detector: %s
                """.formatted(id, title, metric, interval, detector);
    }

    /** History that a person hands over as such. */
    void history(String... rows) {
        hand("reports", Merge.Telling.HISTORY, rows);
    }

    RunSummary news(String... rows) {
        return hand("reports", Merge.Telling.BY_AGE, rows);
    }

    RunSummary hand(String source, Merge.Telling telling, String... rows) {
        RunSummary summary = house.hand(source, telling, HEADER + String.join("\n", rows) + "\n");
        assertThat(summary.failed()).as(summary.toString()).isFalse();
        assertThat(summary.counts().rejected()).isZero();
        house.watch();
        return summary;
    }

    void pass(Duration duration) {
        time.pass(duration);
        house.sweep();
    }

    /** Rule, kind and reason of each event, in order. */
    List<String> events() {
        return house.texts("select a.rule || ' ' || e.kind || ' ' || e.reason from alert_event e"
                + " join alert a on a.id = e.alert order by e.id");
    }

    /** Why the decisions of a rule on Sudan by a source came out as they did, each reason once, in the order they came up. */
    List<String> reasons(String rule, String source) {
        return house.texts(
                "select d.reason from decision d join line l on l.id = d.line_id where d.rule = ? and l.source = ?"
                        + " and d.scope = 'crisis:sdn' group by d.reason order by min(d.seq)",
                rule,
                source);
    }

    List<String> reasons(String rule) {
        return reasons(rule, "reports");
    }

    long messages(String reader) {
        return house.count(
                "select count(*) from notification n join recipient r on r.id = n.recipient where r.email = ?", reader);
    }

    void toldNobody() {
        assertThat(events()).isEmpty();
        assertThat(house.count("select count(*) from notification")).isZero();
    }

    /** The text of all mails that left, each below its recipient. */
    List<String> mails() throws Exception {
        house.send();
        try (Stream<Path> files = Files.list(mail)) {
            return files.sorted().map(Scene::text).toList();
        }
    }

    private static String text(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            Object text = ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
            return message.getAllRecipients()[0] + "\n" + message.getSubject() + "\n" + text;
        } catch (Exception e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    @Override
    public void close() {
        house.close();
        database.close();
    }
}
