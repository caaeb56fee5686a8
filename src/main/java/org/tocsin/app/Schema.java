package org.tocsin.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.tocsin.db.Login;

/** The tables' version: whether the database has all change sets that this program was built with, and how it gets them. */
final class Schema {
    static final String CHANGELOG = "migrations/changelog.xml";

    private static final Pattern INCLUDED = Pattern.compile("include file=\"([^\"]+)\"");
    private static final String CHANGE_SET = "--changeset ";

    private Schema() {}

    /** How many change sets the database lacks; all of them if it is empty. */
    static int missing(Login login) {
        try (Connection connection = login.connect()) {
            return expected() - applied(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked for its schema: " + e.getMessage(), e);
        }
    }

    /** Brings the database to this program's schema. */
    static void migrate(Login login) {
        System.setProperty("liquibase.analytics.enabled", "false");
        try (Connection connection = login.connect()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database)) {
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> liquibase.update());
            }
        } catch (Exception e) {
            throw new IllegalStateException("the database cannot be migrated: " + e.getMessage(), e);
        }
    }

    private static int applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet exists = statement.executeQuery("select to_regclass('databasechangelog') is not null")) {
            exists.next();
            if (!exists.getBoolean(1)) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from databasechangelog")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static int expected() {
        Matcher included = INCLUDED.matcher(text(CHANGELOG));
        return included.results()
                .mapToInt(file -> changeSets("migrations/" + file.group(1)))
                .sum();
    }

    private static int changeSets(String resource) {
        List<String> lines = text(resource).lines().toList();
        return (int) lines.stream().filter(line -> line.startsWith(CHANGE_SET)).count();
    }

    private static String text(String resource) {
        try (InputStream bytes = Schema.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(bytes, resource + " is not on the classpath")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
