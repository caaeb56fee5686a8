package org.tocsin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.db.Login;

/** Where pgbench is absent: the same statements through the JDBC driver, prepared, over one connection, every row fetched. */
record JdbcClient(Login login) {
    long[] ask(List<String> statements, int times) throws SQLException {
        try (Connection connection = login.connect()) {
            List<PreparedStatement> prepared = new ArrayList<>();
            for (String statement : statements) {
                prepared.add(connection.prepareStatement(statement));
            }
            long[] taken = new long[times];
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                for (PreparedStatement statement : prepared) {
                    drain(statement);
                }
                taken[i] = System.nanoTime() - start;
            }
            return taken;
        }
    }

    private static void drain(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }
}
