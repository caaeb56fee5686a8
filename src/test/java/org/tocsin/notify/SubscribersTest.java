package org.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.Level;
import org.tocsin.figure.Metric;

class SubscribersTest {
    private final ObjectMapper yaml = Jackson.newObjectMapper(new YAMLFactory());

    @Test
    void theConfigurationNamesWhoIsTold() throws IOException {
        Subscribers subscribers = yaml.readValue("""
                recipients:
                  - email: duty@ngo.example
                    name: Duty desk
                    zone: Asia/Yangon
                    filters:
                      - crises: [myanmar]
                        metrics: [new_displacements, killed]
                        level: warning
                endpoints:
                  - name: map
                    url: https://map.ngo.example/hook
                    secrets: [whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw]
                """, Subscribers.class);

        assertThat(subscribers.recipients()).singleElement().satisfies(person -> {
            assertThat(person.locale()).isEqualTo("en");
            assertThat(person.filters()).singleElement().satisfies(filter -> {
                assertThat(filter.metrics()).containsExactly(Metric.NEW_DISPLACEMENTS, Metric.KILLED);
                assertThat(filter.level()).isEqualTo(Level.WARNING);
            });
        });
        assertThat(subscribers.endpoints())
                .singleElement()
                .satisfies(hook -> assertThat(hook.filters()).containsExactly(Subscribers.Filter.EVERYTHING));
    }

    @Test
    void aSecretDoesNotShowItself() throws IOException {
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret).hasToString("whsec_***");
    }

    @Test
    void aWrongKeyIsNamed() {
        assertThatThrownBy(
                        () -> yaml.readValue("recipients: [{email: 'a@b.example\\r\\nBcc: x@y'}]", Subscribers.class))
                .hasMessageContaining("subscribers.recipients.email");
        assertThatThrownBy(() -> yaml.readValue(
                        "endpoints: [{name: x, url: 'file:///etc/passwd', secrets: []}]", Subscribers.class))
                .hasMessageContaining("subscribers.endpoints.url");
        assertThatThrownBy(() -> yaml.readValue(
                        "endpoints: [{name: x, url: 'https://a.example', secrets: []}]", Subscribers.class))
                .hasMessageContaining("subscribers.endpoints.secrets");
    }
}
