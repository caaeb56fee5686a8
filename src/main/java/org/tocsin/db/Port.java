package org.tocsin.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The loopback port of a local server: the same at each start as long as nobody else has it.
 *
 * @param file where it is kept
 */
record Port(Path file) {
    /** The kept port if it is free, else another one, which is kept from now on. */
    int choose() throws IOException {
        if (Files.exists(file)) {
            int kept = Integer.parseInt(Files.readString(file).strip());
            if (isFree(kept)) {
                return kept;
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, loopback())) {
            Files.writeString(file, Integer.toString(any.getLocalPort()));
            return any.getLocalPort();
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As PostgreSQL binds: connections of a former server still in TIME_WAIT do not matter.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
