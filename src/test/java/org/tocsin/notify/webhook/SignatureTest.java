package org.tocsin.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.Secret;

class SignatureTest {
    /** The test vector that the reference libraries of Standard Webhooks share. */
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1_614_265_330L;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void itSignsAsThePublishedVectorDoes() {
        assertThat(Signature.of(List.of(SECRET), ID, TIMESTAMP, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        Secret newer = new Secret("whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB");

        String signatures = Signature.of(List.of(newer, SECRET), ID, TIMESTAMP, BODY);

        assertThat(signatures.split(" ")).hasSize(2).endsWith(SIGNATURE).doesNotHaveDuplicates();
    }

    @Test
    void anotherTimeOrBodyIsAnotherSignature() {
        assertThat(Signature.of(List.of(SECRET), ID, TIMESTAMP + 1, BODY)).isNotEqualTo(SIGNATURE);
        assertThat(Signature.of(List.of(SECRET), ID, TIMESTAMP, new byte[0])).isNotEqualTo(SIGNATURE);
    }
}
