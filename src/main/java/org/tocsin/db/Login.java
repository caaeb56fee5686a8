package org.tocsin.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * What a driver needs to reach one PostgreSQL database.
 *
 * @param url a JDBC URL, which may itself carry the user and the password
 * @param user the role, empty when the URL says it
 * @param password its password, empty when the URL says it or none is needed; never printed
 */
public record Login(String url, String user, String password) {
    /** A login whose URL says everything. */
    public static Login of(String url) {
        return new Login(url, "", "");
    }

    /** Opens a connection that the caller closes; {@code extra} are further driver properties. */
    Connection connect(Properties extra) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(extra);
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(url, properties);
    }

    /** Opens a connection that the caller closes. */
    public Connection connect() throws SQLException {
        return connect(new Properties());
    }

    /** The URL without its parameters, which may hold a password. */
    String place() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return place();
    }
}
