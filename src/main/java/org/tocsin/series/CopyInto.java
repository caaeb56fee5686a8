package org.tocsin.series;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into one table by COPY; closing without {@link #finish} cancels. */
final class CopyInto implements AutoCloseable {
    private static final int BATCH = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BATCH + 1024);

    CopyInto(Connection connection, String table) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    }

    void row(CopyText row) throws SQLException {
        row.endInto(buffer);
        if (buffer.length() >= BATCH) {
            flush();
        }
    }

    long finish() throws SQLException {
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }
}
