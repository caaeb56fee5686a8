package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FetchRequestTest {
    private static final FetchRequest REQUEST = FetchRequest.get(
                    "idmc", URI.create("https://api.example.org/v1?client_id=s%20crt&from=2024&Client_ID=S2"))
            .withSecretParameter("client_id")
            .withSecretHeader("X-Token", "abc-123")
            .withHeader("Authorization", "Bearer xyz")
            .withHeader("Accept", "text/csv");

    @Test
    void secretsAreReplacedByTheirNamesInTheAddress() {
        assertThat(REQUEST.redactedUri())
                .isEqualTo("https://api.example.org/v1?client_id=<client_id>&from=2024&Client_ID=<Client_ID>");
    }

    @Test
    void secretsAreReplacedByTheirNamesInTheHeadersAndConditionsAreShown() {
        assertThat(REQUEST.unlessStill("\"e\"", null).redactedHeaders())
                .containsEntry("X-Token", "<X-Token>")
                .containsEntry("Authorization", "<Authorization>")
                .containsEntry("Accept", "text/csv")
                .containsEntry("If-None-Match", "\"e\"");
    }

    @Test
    void printingShowsNoSecret() {
        assertThat(REQUEST + " " + REQUEST.call()).doesNotContain("crt", "S2", "abc-123", "xyz");
    }

    @Test
    void aSecretQuotedByTheFarEndIsReplacedToo() {
        assertThat(REQUEST.secrets().redact("no such client 's crt' or 's%20crt', token abc-123", REQUEST.call()))
                .isEqualTo("no such client '<client_id>' or '<client_id>', token <X-Token>");
    }

    @Test
    void aFieldOfAFormQuotedByTheFarEndIsReplacedToo() {
        FetchRequest form = FetchRequest.post(
                        "acled",
                        URI.create("https://example.org/token"),
                        "application/x-www-form-urlencoded",
                        "user=me&password=p%26ss+word")
                .withSecretParameter("password");

        assertThat(form.secrets().redact("no: p%26ss+word, p&ss word of me", form.call()))
                .isEqualTo("no: <password>, <password> of me");
        assertThat(form + " " + form.call()).doesNotContain("word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "/relative", "http:///nohost", "https://user:pw@example.org/"})
    void anAddressThatCannotBeFetchedIsRefusedAtOnce(String address) {
        assertThatThrownBy(() -> FetchRequest.get("idmc", URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("pw");
    }

    @Test
    void aHeaderCannotSmuggleAnother() {
        assertThatThrownBy(() -> REQUEST.withHeader("X-A", "b\r\nX-B: c")).hasMessageContaining("X-A");
    }
}
