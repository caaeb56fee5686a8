package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ServerCheckIT {
    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void aServerReachedDirectlyPassesBothChecks() {
        assertThatCode(() -> ServerCheck.requireVersion(database.login())).doesNotThrowAnyException();
        assertThatCode(() -> ServerCheck.requireSession(database.login())).doesNotThrowAnyException();
    }

    @Test
    void aPoolThatLendsOneSessionToTwoClientsIsRefused() throws SQLException {
        try (Connection session = database.login().connect()) {
            assertRefused(() -> lent(new ArrayDeque<>(List.of(session))));
        }
    }

    @Test
    void aPoolThatLendsItsSessionsInTurnIsRefused() throws SQLException {
        try (Connection a = database.login().connect();
                Connection b = database.login().connect();
                Connection c = database.login().connect();
                Connection d = database.login().connect()) {
            Deque<Connection> turn = new ArrayDeque<>(List.of(a, b, c, d));

            assertRefused(() -> lent(turn));
        }
    }

    private static void assertRefused(ServerCheck.Door pool) {
        assertThatThrownBy(() -> ServerCheck.requireSession(pool))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("database.directUrl goes through a transaction pooler");
    }

    /** A client of a pool: each of its statements goes to the session whose turn it is. */
    private static Connection lent(Deque<Connection> turn) {
        return (Connection) Proxy.newProxyInstance(
                ServerCheckIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("createStatement")) {
                        return null;
                    }
                    Connection next = turn.removeFirst();
                    turn.addLast(next);
                    try {
                        return method.invoke(next, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
