package org.tocsin.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Gives Quartz the connections of the pool that the program has anyway; the pool's owner closes it. */
record HandedConnections(DataSource source) implements ConnectionProvider {
    /** Makes a pool known to Quartz. Returns the name that Quartz finds it by. */
    static String register(DataSource source) {
        String name = "tocsin-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(name, new HandedConnections(source));
        return name;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}
}
