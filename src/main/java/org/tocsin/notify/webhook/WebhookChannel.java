package org.tocsin.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.http.AddressRule;
import org.tocsin.http.Call;
import org.tocsin.http.Exchange;
import org.tocsin.http.HttpWire;
import org.tocsin.http.Reason;
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
    private static final String NAME = "Tocsin";
    private static final int CONNECTIONS_PER_ENDPOINT = 20;

    /** No answer at all is a sign of trouble over there; what asks again at once makes it worse. */
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(WebhookChannel.class);

    private final HttpWire wire;
    private final Duration patience;
    private final InstantSource clock;

    public WebhookChannel(WebhookSettings settings, InstantSource clock) {
        AddressRule addresses = settings.allowPrivateNetworks() ? AddressRule.ANY : AddressRule.PUBLIC;
        this.wire = new HttpWire(NAME, settings.connectWithin(), CONNECTIONS_PER_ENDPOINT, addresses);
        this.patience = settings.callWithin();
        this.clock = clock;
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
        Call call;
        try {
            call = call(notification, endpoint);
        } catch (IllegalArgumentException e) {
            return notCalled(endpoint, String.valueOf(e.getMessage()));
        }
        Exchange exchange = wire.exchange(call, patience);
        if (exchange instanceof Exchange.Reply reply) {
            Answer answer = new Answer(reply);
            if (answer.blamesUs()) {
                log.warn("endpoint={} answers {}: its owner must look at it", endpoint.name(), answer.status());
            }
            return answer.delivery(clock.instant());
        }
        return unanswered(endpoint, (Exchange.Broken) exchange);
    }

    @Override
    public void close() {
        wire.close();
    }

    private static Delivery unanswered(Endpoint endpoint, Exchange.Broken broken) {
        if (broken.reason() == Reason.ADDRESS_REFUSED) {
            return notCalled(
                    endpoint, broken.detail() + "; webhooks.allowPrivateNetworks would permit one inside our network");
        }
        boolean silent = broken.reason() == Reason.TIMED_OUT;
        return new Delivery.Deferred(Delivery.Reply.none(broken.detail()), silent ? AFTER_SILENCE : Duration.ZERO);
    }

    private static Delivery notCalled(Endpoint endpoint, String why) {
        log.warn("endpoint={} is not called: {}", endpoint.name(), why);
        return new Delivery.Deferred(Delivery.Reply.none("not called: " + why), AFTER_SILENCE);
    }

    private Call call(Notification notification, Endpoint endpoint) {
        Instant now = clock.instant();
        String id = notification.id().toString();
        byte[] body = Body.of(notification);
        return new Call(
                "POST",
                endpoint.url(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        String.valueOf(now.getEpochSecond()),
                        "webhook-signature",
                        Signature.of(endpoint.secrets(), id, now.getEpochSecond(), body)),
                new String(body, StandardCharsets.UTF_8));
    }
}
