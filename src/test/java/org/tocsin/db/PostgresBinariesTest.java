package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresBinariesTest {
    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   postgres-linux-x86_64.txz",
        "Linux,    aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
        "Linux,    riscv64, postgres-linux-riscv64.txz"
    })
    void theArchiveIsChosenByThePlatform(String os, String arch, String resource) {
        assertThat(PostgresBinaries.resourceFor(os, arch)).isEqualTo(resource);
    }

    @Test
    void theVersionIsTheOneTheBuildTook() {
        assertThat(PostgresBinaries.carried().version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(PostgresBinaries.carried().major()).matches("\\d+");
    }

    @Test
    void aJarBuiltElsewhereSaysWhichKeyToSet() {
        PostgresBinaries elsewhere = new PostgresBinaries("18.1.0", "postgres-linux-riscv64.txz");

        assertThatThrownBy(elsewhere::requireCarried)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("postgres-linux-riscv64.txz")
                .hasMessageContaining("database.url")
                .hasMessageContaining("jdbc:postgresql://host:5432/");
    }
}
