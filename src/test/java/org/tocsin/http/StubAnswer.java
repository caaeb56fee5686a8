package org.tocsin.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** One answer of a {@link StubServer}, and the way it is sent: whole, slowly, cut off or without end. */
public final class StubAnswer {
    private enum Manner {
        WHOLE,
        CHUNKED,
        CUT_OFF,
        ENDLESS
    }

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Duration delay = Duration.ZERO;
    private Duration drip = Duration.ZERO;
    private Manner manner = Manner.WHOLE;

    private StubAnswer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    public static StubAnswer ok(String body) {
        return bytes(body.getBytes(StandardCharsets.UTF_8));
    }

    public static StubAnswer bytes(byte[] body) {
        return new StubAnswer(200, body.clone());
    }

    public static StubAnswer status(int status) {
        return status(status, "");
    }

    public static StubAnswer status(int status, String body) {
        return new StubAnswer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static StubAnswer redirect(int status, String location) {
        return status(status).with("Location", location);
    }

    /** 302. */
    public static StubAnswer redirect(String location) {
        return redirect(302, location);
    }

    public StubAnswer with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The same body, compressed and announced so. */
    public StubAnswer gzip() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StubAnswer answer = new StubAnswer(status, packed.toByteArray());
        answer.headers.putAll(headers);
        return answer.with("Content-Encoding", "gzip");
    }

    /** Before the head. */
    public StubAnswer after(Duration wait) {
        this.delay = wait;
        return this;
    }

    /** Between each two bytes of the body. */
    public StubAnswer dripping(Duration between) {
        this.drip = between;
        return this;
    }

    /** Without a length announced. */
    public StubAnswer chunked() {
        this.manner = Manner.CHUNKED;
        return this;
    }

    /** Announces ten bytes more than it sends, then hangs up. */
    public StubAnswer cutOff() {
        this.manner = Manner.CUT_OFF;
        return this;
    }

    /** Repeats the body until the client goes away. */
    public StubAnswer endless() {
        this.manner = Manner.ENDLESS;
        return this;
    }

    /** Only the first half of the body, announced as the whole. */
    public StubAnswer firstHalf() {
        StubAnswer half = new StubAnswer(status, Arrays.copyOf(body, body.length / 2));
        half.headers.putAll(headers);
        return half;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Duration delay() {
        return delay;
    }

    boolean isWhole() {
        return manner != Manner.CUT_OFF;
    }

    boolean isStillWhat(StubServer.Received request) {
        boolean sameTag = request.header("If-None-Match")
                .map(tag -> tag.equals(headers.get("ETag")))
                .orElse(false);
        boolean sameDate = request.header("If-Modified-Since")
                .map(date -> date.equals(headers.get("Last-Modified")))
                .orElse(false);
        return status == 200 && (sameTag || sameDate);
    }

    StubAnswer unchanged() {
        return new StubAnswer(304, new byte[0]);
    }

    /** As HttpServer wants it: 0 for chunks, -1 for no body. */
    long announcedLength() {
        return switch (manner) {
            case WHOLE -> body.length == 0 ? -1 : body.length;
            case CHUNKED, ENDLESS -> 0;
            case CUT_OFF -> body.length + 10L;
        };
    }

    void write(OutputStream out) throws IOException, InterruptedException {
        do {
            if (drip.isZero()) {
                out.write(body);
            } else {
                drip(out);
            }
        } while (manner == Manner.ENDLESS);
    }

    private void drip(OutputStream out) throws IOException, InterruptedException {
        for (byte one : body) {
            out.write(one);
            out.flush();
            Thread.sleep(drip.toMillis());
        }
    }
}
