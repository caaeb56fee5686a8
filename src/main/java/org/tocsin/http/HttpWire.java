package org.tocsin.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request and receives one answer, within a time that nobody can stretch: no retries, no redirects, no cookies.
 *
 * <p>Safe for many threads; close it at the end. Resolving a host's name is bounded by the system's resolver, all else by the time given.
 */
public final class HttpWire implements AutoCloseable {
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, alarm -> {
        Thread thread = new Thread(alarm, "http-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param userAgent sent with each request
     * @param connectTimeout for one address of a host; further addresses are tried after it
     * @param connectionsPerHost at once; more wait, within their own time
     */
    public HttpWire(String userAgent, Duration connectTimeout, int connectionsPerHost, AddressRule addresses) {
        this.client = ApacheClient.build(userAgent, connectTimeout, connectionsPerHost, addresses);
        alarms.setRemoveOnCancelPolicy(true);
    }

    /** A wire to hosts that the operator named. */
    public static HttpWire of(HttpSettings settings) {
        Duration connectTimeout = settings.connectTimeout().toJavaDuration();
        return new HttpWire(settings.userAgent(), connectTimeout, 4, AddressRule.ANY);
    }

    /**
     * One exchange whose body, where the status says that it is the thing asked for, goes to the sink.
     *
     * @param timeout from now to the last byte
     * @param maxBytes of the body, decompressed
     * @throws java.io.UncheckedIOException only what the sink threw
     */
    public Exchange exchange(Call call, Duration timeout, long maxBytes, BodySink sink) {
        return run(call, timeout, new Reception(sink, maxBytes));
    }

    /** One exchange of whose answer only status, headers and an excerpt matter. */
    public Exchange exchange(Call call, Duration timeout) {
        return run(call, timeout, new Reception(null, 0));
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private Exchange run(Call call, Duration timeout, Reception reception) {
        if (alarms.isShutdown()) {
            return new Exchange.Broken(Reason.INTERRUPTED, "the wire is closed");
        }
        HttpUriRequestBase request = request(call, timeout);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = alarms.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                timeout.toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return converse(request, reception);
        } catch (IOException e) {
            return late.get() ? late(timeout) : Breakage.of(e);
        } finally {
            alarm.cancel(false);
        }
    }

    private Exchange converse(HttpUriRequestBase request, Reception reception) throws IOException {
        HttpHost host = new HttpHost(
                request.getScheme(),
                request.getAuthority().getHostName(),
                request.getAuthority().getPort());
        ClassicHttpResponse response = client.executeOpen(host, request, null);
        try {
            return reception.receive(response);
        } finally {
            discard(request, response);
        }
    }

    /** A connection whose answer was read to its end is back in its pool by now; any other is cut, not read to the end. */
    private static void discard(HttpUriRequestBase request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException expected) {
            // Cutting a connection makes closing it complain; what was to be known of it is known.
        }
    }

    private static HttpUriRequestBase request(Call call, Duration timeout) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        request.setHeader("Accept", "*/*");
        request.setHeader("Accept-Encoding", ContentCoding.ACCEPTED);
        call.headers().forEach(request::setHeader);
        if (call.body() != null) {
            request.setEntity(new ByteArrayEntity(call.body().getBytes(StandardCharsets.UTF_8), null));
        }
        Timeout limit = Timeout.of(timeout);
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(limit)
                .setResponseTimeout(limit)
                .build());
        return request;
    }

    private static Exchange late(Duration timeout) {
        return new Exchange.Broken(Reason.TIMED_OUT, "no whole answer within " + timeout.toMillis() + " ms");
    }
}
