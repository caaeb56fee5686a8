package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
    @Test
    void aLocalOneNamesItsDirectory() {
        assertThat(DatabaseUrl.parse("local:var/postgres"))
                .isEqualTo(new DatabaseUrl.Local(Path.of("var", "postgres")));
    }

    @Test
    void aJdbcUrlIsTakenAsItIs() {
        String url = "jdbc:postgresql://db.example.org:5432/tocsin?user=tocsin&password=secret";

        assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseUrl.Remote(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "local:",
                "var/postgres",
                "postgres://host/db",
                "jdbc:mysql://host/db",
                "jdbc:postgresql://h:x/d"
            })
    void anythingElseIsRefusedWithTheKeyAndWhatIsAllowed(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("database.url must be local:<directory> or jdbc:postgresql://");
    }

    @Test
    void aPasswordInAWrongUrlIsNotRepeated() {
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:mysql://host/db?user=tocsin&password=secret"))
                .hasMessageContaining("jdbc:mysql://host/db")
                .hasMessageNotContaining("secret");
    }
}
