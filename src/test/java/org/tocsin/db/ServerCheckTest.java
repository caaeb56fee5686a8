package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ServerCheckTest {
    @Test
    void postgres14IsTooOldAnd15IsNot() {
        assertThatThrownBy(() -> ServerCheck.requireVersion(140019, "14.19"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("database.url leads to PostgreSQL 14.19; PostgreSQL 15 or newer is needed");
        assertThatCode(() -> ServerCheck.requireVersion(150000, "15.0")).doesNotThrowAnyException();
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutItsPassword() {
        Login nowhere = Login.of("jdbc:postgresql://127.0.0.1:1/tocsin?user=tocsin&password=secret");

        assertThatThrownBy(() -> ServerCheck.requireSession(nowhere))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("database.directUrl")
                .hasMessageContaining("127.0.0.1:1/tocsin")
                .hasMessageNotContaining("secret");
    }
}
