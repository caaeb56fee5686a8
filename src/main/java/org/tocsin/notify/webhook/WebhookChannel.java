package org.tocsin.notify.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.notify.Channel;
import org.tocsin.notify.Delivery;
import org.tocsin.notify.Destination.Endpoint;
import org.tocsin.notify.Notification;
import org.tocsin.notify.Timetable;

/**
 * Posts a notification to an endpoint as Standard Webhooks 1.0.0 asks: signed, under a stable id, with short patience and without
 * following anybody elsewhere.
 */
public final class WebhookChannel implements Channel<Endpoint>, AutoCloseable {
    /** No answer at all is a sign of trouble over there; what asks again at once makes it worse. */
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(WebhookChannel.class);

    private static final int SHORT_BODY = 4096;

    private final CloseableHttpClient client;
    private final Duration patience;
    private final InstantSource clock;
    private final ScheduledExecutorService watch;

    public WebhookChannel(WebhookSettings settings, InstantSource clock) {
        this(Clients.build(settings, PublicAddresses.ofSystem()), settings, clock);
    }

    WebhookChannel(CloseableHttpClient client, WebhookSettings settings, InstantSource clock) {
        this.client = client;
        this.patience = settings.callWithin();
        this.clock = clock;
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "webhook-watch");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        this.watch = executor;
    }

    @Override
    public Class<Endpoint> reaches() {
        return Endpoint.class;
    }

    @Override
    public Timetable timetable() {
        return Timetable.WEBHOOK;
    }

    @Override
    public Delivery deliver(Notification notification, Endpoint endpoint) {
        HttpPost post = post(notification, endpoint);
        // The client's own time-outs are per read; an endpoint that drips must not hold a sender either.
        ScheduledFuture<?> alarm = watch.schedule(post::cancel, patience.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(null, post, null)) {
            Answer answer = read(response);
            drain(response);
            if (answer.blamesUs()) {
                log.warn("endpoint={} answers {}: its owner must look at it", endpoint.name(), answer.status());
            }
            return answer.delivery(clock.instant());
        } catch (ForbiddenAddressException e) {
            log.warn("endpoint={} is not called: {}", endpoint.name(), e.getMessage());
            return new Delivery.Deferred(Delivery.Reply.none("not called: " + e.getMessage()), AFTER_SILENCE);
        } catch (IOException e) {
            boolean silent = post.isCancelled() || e instanceof InterruptedIOException;
            return new Delivery.Deferred(
                    Delivery.Reply.none(
                            post.isCancelled() ? "no answer within " + patience.toMillis() + " ms" : e.toString()),
                    silent ? AFTER_SILENCE : Duration.ZERO);
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }

    private HttpPost post(Notification notification, Endpoint endpoint) {
        Instant now = clock.instant();
        String id = notification.id().toString();
        byte[] body = Body.of(notification);
        HttpPost post = new HttpPost(endpoint.url());
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", now.getEpochSecond());
        post.setHeader("webhook-signature", Signature.of(endpoint.secrets(), id, now.getEpochSecond(), body));
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return post;
    }

    /** A short body is read so that the connection can serve again; only the status counts, and a body could be endless. */
    private static void drain(ClassicHttpResponse response) {
        if (response.getEntity() == null) {
            return;
        }
        try {
            InputStream body = response.getEntity().getContent(); // closing it would read to its end
            body.readNBytes(SHORT_BODY);
        } catch (IOException e) {
            log.debug("answer broke off after its status", e);
        }
    }

    private static Answer read(ClassicHttpResponse response) {
        Header retryAfter = response.getFirstHeader("Retry-After");
        String reason = response.getReasonPhrase();
        return new Answer(
                response.getCode(),
                reason == null ? "" : reason,
                retryAfter == null ? null : retryAfter.getValue().strip());
    }
}
