package org.tocsin.app;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;
import org.tocsin.db.DatabaseUrl;
import org.tocsin.db.LocalPostgres;
import org.tocsin.db.Login;
import org.tocsin.db.ServerCheck;

/** The database as the settings name it, started if it is our own, with a current schema and a pool of connections. */
final class OpenDatabase implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final @Nullable LocalPostgres local;
    private final Login direct;
    private final ManagedDataSource pool;
    private final Jdbi jdbi;

    private OpenDatabase(@Nullable LocalPostgres local, Login direct, ManagedDataSource pool) {
        this.local = local;
        this.direct = direct;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin()).installPlugin(new SqlObjectPlugin());
    }

    /** Opens it; a local one is brought to the current schema, another one must have it. */
    static OpenDatabase open(DatabaseSettings settings) {
        DatabaseUrl url = DatabaseUrl.parse(settings.url());
        LocalPostgres local = url instanceof DatabaseUrl.Local own ? LocalPostgres.open(own.directory(), GRACE) : null;
        try {
            Login login = local == null ? Login.of(settings.url()) : local.login();
            Login direct = settings.directUrl() == null ? login : Login.of(settings.directUrl());
            if (local == null) {
                ServerCheck.requireVersion(direct);
                ServerCheck.requireSession(direct);
            }
            requireSchema(direct, local != null);
            return new OpenDatabase(local, direct, pool(login, settings.connections()));
        } catch (RuntimeException e) {
            if (local != null) {
                local.close();
            }
            throw e;
        }
    }

    /** For the commands that only need an address: the local server is started, and stopped when this process ends. */
    static DataSourceFactory factory(DatabaseSettings settings) {
        DatabaseUrl url = DatabaseUrl.parse(settings.url());
        String direct = settings.directUrl() == null ? settings.url() : settings.directUrl();
        Login login = url instanceof DatabaseUrl.Local own
                ? LocalPostgres.open(own.directory()).login()
                : Login.of(direct);
        return factory(login, 2);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    ManagedDataSource pool() {
        return pool;
    }

    Login direct() {
        return direct;
    }

    boolean isLocal() {
        return local != null;
    }

    @Override
    public void close() {
        try {
            pool.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the pool of connections cannot be closed", e);
        } finally {
            if (local != null) {
                local.close();
            }
        }
    }

    private static void requireSchema(Login login, boolean own) {
        int missing = Schema.missing(login);
        if (missing == 0) {
            return;
        }
        if (!own) {
            throw new IllegalStateException("the database lacks " + missing
                    + " of this program's change sets; run: java -jar tocsin.jar db migrate config.yml");
        }
        Schema.migrate(login);
    }

    private static ManagedDataSource pool(Login login, int connections) {
        return factory(login, connections).build(new MetricRegistry(), "tocsin");
    }

    private static DataSourceFactory factory(Login login, int connections) {
        DataSourceFactory factory = new DataSourceFactory();
        factory.setDriverClass("org.postgresql.Driver");
        factory.setUrl(login.url());
        factory.setUser(login.user());
        factory.setPassword(login.password());
        factory.setMaxSize(connections);
        factory.setInitialSize(1);
        factory.setMinSize(1);
        factory.setProperties(Map.of("ApplicationName", "tocsin", "reWriteBatchedInserts", "true"));
        return factory;
    }
}
