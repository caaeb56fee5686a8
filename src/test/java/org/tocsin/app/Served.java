package org.tocsin.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.Application;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.access.KeyStore;
import org.tocsin.access.Role;
import org.tocsin.db.TestDatabase;

/** The whole service with its shipped crises and rules, asked over HTTP. */
final class Served implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestDatabase database = TestDatabase.migrated();
    private final DropwizardTestSupport<TocsinConfiguration> server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KeyStore keys;
    private final InstantSource clock;

    Served(Path folder, InstantSource clock) throws Exception {
        this.clock = clock;
        this.keys = new KeyStore(database.jdbi(), new Audit(database.jdbi(), clock));
        this.server =
                new DropwizardTestSupport<>(
                        TocsinApplication.class,
                        settings(folder).toString(),
                        new io.dropwizard.configuration.FileConfigurationSourceProvider()) {
                    @Override
                    public Application<TocsinConfiguration> newApplication() {
                        return new TocsinApplication(clock);
                    }
                };
        server.before();
    }

    private Path settings(Path folder) throws IOException {
        Path file = folder.resolve("config.yml");
        Files.writeString(file, House.database(database.login()) + Web.common(folder.resolve("mail")) + """
                subscribers: {recipients: [{email: duty@ngo.example}]}
                access: {publicRead: true}
                server:
                  registerDefaultExceptionMappers: false
                  applicationConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                  adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                  requestLog: {appenders: []}
                logging: {level: WARN}
                """);
        return file;
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    /** A key's token. */
    String key(String name, Role role) {
        return keys.create(name, role, null, Actor.cli("test"), clock.instant()).token();
    }

    HttpResponse<byte[]> get(String path, @Nullable String key) throws Exception {
        return http.send(request(path, key).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String path, @Nullable String key, String body) throws Exception {
        return http.send(
                request(path, key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode json(String path, @Nullable String key) throws Exception {
        return json(get(path, key));
    }

    static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /** The one number that a query gives. */
    long count(String sql, Object... bindings) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.select(sql, bindings).mapTo(Long.class).one());
    }

    List<String> texts(String sql, Object... bindings) {
        return database.jdbi()
                .withHandle(handle ->
                        handle.select(sql, bindings).mapTo(String.class).list());
    }

    private HttpRequest.Builder request(String path, @Nullable String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + path));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    @Override
    public void close() {
        server.after();
        database.close();
    }
}
