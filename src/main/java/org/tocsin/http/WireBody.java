package org.tocsin.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** The bytes of a body as they cross the wire: tells a broken connection from a broken coding, and bounds what a coding may swallow. */
final class WireBody extends PushbackInputStream {
    /** How far an honest coder runs ahead of what it yields: buffers, headers and many small flushes. */
    private static final long SLACK = 64 * 1024;

    private long taken;
    private long yielded;
    private @Nullable BrokenExchangeException broken;

    WireBody(InputStream wire) {
        super(wire, 2);
    }

    /** So many decoded bytes have come out so far. */
    void yielded(long bytes) {
        yielded = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (broken != null) {
            throw broken;
        }
        int count = fromWire(buffer, offset, length);
        taken += Math.max(count, 0);
        // Empty gzip members or endless header fields would take bytes for ever and yield nothing.
        if (taken > 2 * yielded + SLACK) {
            throw fail(Reason.BAD_ENCODING, "coding takes " + taken + " bytes for " + yielded);
        }
        return count;
    }

    /** Looks for one more byte: GZIPInputStream stops after a member when nothing is "available", which a slow wire is not. */
    @Override
    public int available() throws IOException {
        int next = read();
        if (next < 0) {
            return 0;
        }
        unread(next);
        taken--;
        return 1;
    }

    /** The response closes the wire; a decoder must not, because closing there reads to the end. */
    @Override
    public void close() {}

    private int fromWire(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (SocketTimeoutException e) {
            throw fail(Reason.TIMED_OUT, "body stalled after " + taken + " bytes");
        } catch (IOException e) {
            throw fail(Reason.TRUNCATED, "body broke off after " + taken + " bytes: " + e.getMessage());
        }
    }

    private BrokenExchangeException fail(Reason reason, String detail) {
        BrokenExchangeException failure = new BrokenExchangeException(reason, detail);
        broken = failure;
        return failure;
    }
}
