package org.tocsin.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Receives one response: a whole body into the sink, of any other the beginning as an excerpt. */
final class Reception {
    private static final int BUFFER = 16 * 1024;
    private static final int EXCERPT_BYTES = 1024;

    private final @Nullable BodySink sink;
    private final long maxBytes;

    /**
     * @param sink null where every body goes to the excerpt
     */
    Reception(@Nullable BodySink sink, long maxBytes) {
        this.sink = sink;
        this.maxBytes = maxBytes;
    }

    Exchange.Reply receive(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = headersOf(response);
        HttpEntity entity = response.getEntity();
        int status = response.getCode();
        if (sink != null && Statuses.whole(status)) {
            return new Exchange.Reply(status, headers, pour(entity, headers, sink), "");
        }
        return new Exchange.Reply(status, headers, 0, excerpt(entity, headers));
    }

    private long pour(@Nullable HttpEntity entity, Map<String, String> headers, BodySink into) throws IOException {
        String coding = headers.getOrDefault("Content-Encoding", "");
        if (entity != null && ContentCoding.isPlain(coding) && entity.getContentLength() > maxBytes) {
            throw tooLarge(entity.getContentLength());
        }
        OutputStream out = open(into, headers.getOrDefault("Content-Type", "application/octet-stream"));
        try (OutputStream closing = new SinkStream(out)) {
            return entity == null ? 0 : copy(new WireBody(entity.getContent()), coding, closing);
        }
    }

    private long copy(WireBody wire, String coding, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        try (InputStream body = ContentCoding.decode(coding, wire)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                total += count;
                wire.yielded(total);
                if (total > maxBytes) {
                    throw tooLarge(total);
                }
                out.write(buffer, 0, count);
            }
            drain(wire, buffer);
        } catch (BrokenExchangeException e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenExchangeException(Reason.BAD_ENCODING, coding + " body is broken: " + e.getMessage());
        }
        return total;
    }

    /** A decoder may be content before the wire is at its end; only there is it known that nothing was cut off. */
    private static void drain(WireBody wire, byte[] buffer) throws IOException {
        int count = wire.read(buffer);
        while (count >= 0) {
            count = wire.read(buffer);
        }
    }

    private static String excerpt(@Nullable HttpEntity entity, Map<String, String> headers) throws IOException {
        if (entity == null) {
            return "";
        }
        WireBody wire = new WireBody(entity.getContent());
        try (InputStream body = ContentCoding.decode(headers.getOrDefault("Content-Encoding", ""), wire)) {
            return OneLine.of(new String(body.readNBytes(EXCERPT_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The status is the answer; its explanation is a courtesy, and can be as broken as its sender.
            return OneLine.of("(no readable body: " + e.getMessage() + ")");
        }
    }

    private static Map<String, String> headersOf(ClassicHttpResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.merge(header.getName(), value, (first, second) -> first + ", " + second);
        }
        return headers;
    }

    private static OutputStream open(BodySink sink, String mediaType) {
        try {
            return sink.open(mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException("body could not be taken", e);
        }
    }

    private BrokenExchangeException tooLarge(long bytes) {
        return new BrokenExchangeException(Reason.TOO_LARGE, bytes + " bytes or more, " + maxBytes + " allowed");
    }
}
