package org.tocsin.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** The server that this JVM's integration tests make their databases on, which ends with the JVM. */
final class TestServer {
    private static final Pattern DATABASE = Pattern.compile("^(jdbc:postgresql://[^/]*/)([^?]*)(.*)$");

    private final Login maintenance;
    private final Login owner;
    private final AtomicInteger made = new AtomicInteger();
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    private TestServer(Login maintenance, Login owner) {
        this.maintenance = maintenance;
        this.owner = owner;
    }

    private static final class Once {
        static final TestServer SERVER = start();
    }

    static TestServer running() {
        return Once.SERVER;
    }

    private static TestServer start() {
        String external = System.getProperty("tocsin.test.databaseUrl", "");
        if (!external.isEmpty()) {
            Login login = new Login(external, property(external, "user"), property(external, "password"));
            TestServer server = new TestServer(login, login);
            Runtime.getRuntime().addShutdownHook(new Thread(server::dropAll));
            return server;
        }
        LocalPostgres postgres = LocalPostgres.open(Path.of("target", "test-postgres"), Duration.ofMinutes(1));
        TestServer server = new TestServer(postgres.superuser(), postgres.login());
        if (!postgres.joined()) {
            server.dropLeftBehind();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.dropAll();
            postgres.close();
        }));
        return server;
    }

    private static String property(String url, String name) {
        try {
            for (DriverPropertyInfo property : DriverManager.getDriver(url).getPropertyInfo(url, null)) {
                if (property.name.equals(name) && property.value != null) {
                    return property.value;
                }
            }
            return "";
        } catch (SQLException e) {
            throw new IllegalStateException("tocsin.test.databaseUrl is not a JDBC URL of PostgreSQL", e);
        }
    }

    Login create() {
        return create("template0");
    }

    Login createMigrated(String changelog) {
        return create(templates.computeIfAbsent(changelog, this::template));
    }

    private String template(String changelog) {
        Login template = create();
        try (Connection connection = template.connect()) {
            migrate(connection, changelog);
        } catch (Exception e) {
            throw new IllegalStateException("cannot migrate with " + changelog, e);
        }
        return databaseOf(template);
    }

    static void migrate(Connection connection, String changelog) throws Exception {
        // Liquibase would send its maker a report of each run.
        Map<String, Object> scope = Map.of(
                Scope.Attr.resourceAccessor.name(),
                new ClassLoaderResourceAccessor(),
                AnalyticsArgs.ENABLED.getKey(),
                false);
        Scope.child(scope, () -> {
            try {
                new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(
                                DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                                DatabaseFactory.getInstance()
                                        .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
                        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                        .execute();
            } catch (LiquibaseException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Login create(String template) {
        String name = "t_" + ProcessHandle.current().pid() + "_" + made.incrementAndGet();
        execute("create database " + name + " owner \"" + owner.user() + "\" template " + template);
        present.add(name);
        return new Login(
                DATABASE.matcher(owner.url()).replaceFirst("$1" + name + "$3"), owner.user(), owner.password());
    }

    void drop(Login login) {
        String name = databaseOf(login);
        if (present.remove(name)) {
            execute("drop database if exists " + name + " with (force)");
        }
    }

    private void dropAll() {
        for (String name : present) {
            execute("drop database if exists " + name + " with (force)");
        }
    }

    private void dropLeftBehind() {
        List<String> names = new ArrayList<>();
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select datname from pg_database where datname ~ '^t_[0-9]+_'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.forEach(name -> execute("drop database " + name + " with (force)"));
    }

    private static String databaseOf(Login login) {
        return DATABASE.matcher(login.url()).replaceFirst("$2");
    }

    private void execute(String sql) {
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
