package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import org.junit.jupiter.api.Test;

final class HttpSettingsTest {
    private final ObjectMapper yaml = Jackson.newObjectMapper(new YAMLFactory());

    @Test
    void whatIsLeftOutOfTheStanzaHasItsUsualValue() throws Exception {
        HttpSettings settings = yaml.readValue("""
                userAgent: Tocsin (ops@example.org)
                maxBody: 1MiB
                retry: {attempts: 2}
                host: {interval: 0s}
                """, HttpSettings.class);

        assertThat(settings.maxBody()).isEqualTo(DataSize.mebibytes(1));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.seconds(10));
        assertThat(settings.retry().attempts()).isEqualTo(2);
        assertThat(settings.retry().firstPause()).isEqualTo(Duration.seconds(1));
        assertThat(settings.host().interval()).isEqualTo(Duration.seconds(0));
        assertThat(settings.host().failuresToOpen()).isEqualTo(5);
    }

    @Test
    void aWrongKeyIsNamed() {
        assertThatThrownBy(() -> yaml.readValue("userAgent: curl", HttpSettings.class))
                .hasMessageContaining("http.userAgent must hold a contact");
        assertThatThrownBy(() -> yaml.readValue("{userAgent: a@b, totalTimeout: 0s}", HttpSettings.class))
                .hasMessageContaining("http.totalTimeout is not positive");
        assertThatThrownBy(() -> yaml.readValue("{attempts: 0}", RetryPolicy.class))
                .hasMessageContaining("retry.attempts is less than 1: 0");
    }
}
