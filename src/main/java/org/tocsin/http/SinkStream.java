package org.tocsin.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Keeps our own trouble with taking a body apart from the far end's trouble with sending it: the former is never retried. */
final class SinkStream extends OutputStream {
    private final OutputStream sink;

    SinkStream(OutputStream sink) {
        this.sink = sink;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            sink.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("body could not be taken", e);
        }
    }

    @Override
    public void close() {
        try {
            sink.close();
        } catch (IOException e) {
            throw new UncheckedIOException("body could not be taken", e);
        }
    }
}
