package org.tocsin.db;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * A fresh database for one test class, gone when closed.
 *
 * <p>It is made on a local server of our own, or on the one that the system property {@code tocsin.test.databaseUrl}
 * names, whose user must be allowed to create databases.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String CHANGELOG = "migrations/changelog.xml";

    private final TestServer server;
    private final Login login;
    private final Jdbi jdbi;

    private TestDatabase(TestServer server, Login login) {
        this.server = server;
        this.login = login;
        this.jdbi = Jdbi.create(login.url(), login.user(), login.password())
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new PostgresPlugin());
    }

    /** A database without a table. */
    public static TestDatabase create() {
        TestServer server = TestServer.running();
        return new TestDatabase(server, server.create());
    }

    /** A database with the program's schema, copied from one that this JVM migrates once. */
    public static TestDatabase migrated() {
        return migrated(CHANGELOG);
    }

    static TestDatabase migrated(String changelog) {
        TestServer server = TestServer.running();
        return new TestDatabase(server, server.createMigrated(changelog));
    }

    public String url() {
        return login.url();
    }

    public String user() {
        return login.user();
    }

    public String password() {
        return login.password();
    }

    public Login login() {
        return login;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        server.drop(login);
    }
}
