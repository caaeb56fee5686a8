package org.tocsin.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.tocsin.db.TestDatabase;
import org.tocsin.http.FakeTime;
import org.tocsin.http.StubServer;

/** Sources to collect from: a house whose web is a server of the test, with its own database and clock. */
final class Web implements AutoCloseable {
    static final String PLANS_2022 = "/v2/fts/flow/plan/overview/progress/2022";

    final TestDatabase database = TestDatabase.migrated();
    final StubServer server = StubServer.start();
    final FakeTime time;
    final House house;

    Web(String start, String sources, Path mail) {
        this.time = new FakeTime(Instant.parse(start));
        this.house = new House(House.database(database.login()) + common(mail) + sources(sources), time);
    }

    /** A house that collects the appeals of 2022. */
    static Web ofAppeals(String start, Path mail) {
        return new Web(start, "  - {type: fts, baseUrl: \"{{WEB}}\", years: [2022]}\n", mail);
    }

    void pass(Duration duration) {
        time.pass(duration);
    }

    /** Nothing waits for politeness, nothing is tried twice, no answer is longer than 4 MiB. */
    static String common(Path mail) {
        return """
                publicUrl: https://tocsin.example
                http:
                  userAgent: Tocsin/test (ops@example.org)
                  totalTimeout: 20s
                  maxBody: 4MiB
                  retry: {attempts: 1}
                  host: {interval: 0s, failuresToOpen: 100}
                email: {transport: file, from: alerts@tocsin.example, dir: "%s"}
                """.formatted(mail);
    }

    private String sources(String sources) {
        return "sources:\n"
                + sources.replace("{{WEB}}", "http://" + server.authority())
                        .replace("{{PORT}}", String.valueOf(server.port()));
    }

    @Override
    public void close() {
        house.close();
        server.close();
        database.close();
    }
}
