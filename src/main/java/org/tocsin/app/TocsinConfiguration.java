package org.tocsin.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.AccessSettings;
import org.tocsin.collect.CollectorFactory;
import org.tocsin.crisis.Headline;
import org.tocsin.http.HttpSettings;
import org.tocsin.notify.Subscribers;
import org.tocsin.notify.email.EmailSettings;
import org.tocsin.notify.webhook.WebhookSettings;

/** All settings, as config.yml has them; each feature gets its own part and never the whole. */
@SuppressWarnings("NullAway.Init") // Jackson fills the fields, validation refuses what is missing
public final class TocsinConfiguration extends Configuration {
    @JsonProperty
    @Valid
    @NotNull
    private DatabaseSettings database = new DatabaseSettings(null, null, 0);

    @JsonProperty
    @NotNull
    private URI publicUrl;

    @JsonProperty
    @Valid
    @NotNull
    private HttpSettings http;

    @JsonProperty
    @Valid
    @NotNull
    private List<CollectorFactory> sources = List.of();

    @JsonProperty
    private @Nullable Path imports;

    @JsonProperty
    private @Nullable Path crises;

    @JsonProperty
    private @Nullable Path rules;

    @JsonProperty
    @NotNull
    private Map<String, List<String>> headline = Map.of();

    @JsonProperty
    @NotNull
    private Subscribers subscribers = Subscribers.NOBODY;

    @JsonProperty
    @NotNull
    private EmailSettings email;

    @JsonProperty
    @NotNull
    private WebhookSettings webhooks = WebhookSettings.USUAL;

    @JsonProperty
    @Valid
    @NotNull
    private DeliverySettings delivery = new DeliverySettings(null, 0);

    @JsonProperty
    @NotNull
    private AccessSettings access = new AccessSettings(false);

    DatabaseSettings database() {
        return database;
    }

    URI publicUrl() {
        return publicUrl;
    }

    HttpSettings http() {
        return http;
    }

    List<CollectorFactory> sources() {
        return sources;
    }

    /** A file of sources whose figures people hand over; absent: those that ship with the program. */
    @Nullable
    Path imports() {
        return imports;
    }

    /** A file of crises; absent: those that ship with the program. */
    @Nullable
    Path crises() {
        return crises;
    }

    /** A directory of rule files; absent: those that ship with the program. */
    @Nullable
    Path rules() {
        return rules;
    }

    Headline headline() {
        return new Headline(headline);
    }

    Subscribers subscribers() {
        return subscribers;
    }

    EmailSettings email() {
        return email;
    }

    WebhookSettings webhooks() {
        return webhooks;
    }

    DeliverySettings delivery() {
        return delivery;
    }

    AccessSettings access() {
        return access;
    }
}
