package org.tocsin.collect.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTest {
    @ParameterizedTest
    @CsvSource({
        "25.1, 1989-01-01, 2024-12-31, true",
        "26.0.2, 2026-02-01, 2026-02-28, false",
        "25.0.12, 2025-12-01, 2025-12-31, false",
        "25.01.25.09, 2025-01-01, 2025-09-30, false"
    })
    void aVersionSaysWhichDaysItIsWholeFor(String name, String start, String end, boolean isFinal) {
        Version version = Version.of(name);

        assertThat(version.covers().start()).isEqualTo(start);
        assertThat(version.covers().end()).isEqualTo(end);
        assertThat(version.isFinal()).isEqualTo(isFinal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "25.2", "25.0.13", "25.0.0", "25.01.24.09", "25.1/../x", "latest"})
    void whatIsNoVersionIsRefusedByName(String name) {
        assertThatThrownBy(() -> Version.of(name)).hasMessageContaining("'" + name + "'");
    }

    @Test
    void aFinalVersionOvertakesTheCandidatesOfItsTimeOnly() {
        assertThat(Version.of("25.0.12").isOvertakenBy(Version.of("26.1"))).isTrue();
        assertThat(Version.of("26.0.1").isOvertakenBy(Version.of("26.1"))).isFalse();
        assertThat(Version.of("25.1").isOvertakenBy(Version.of("26.1"))).isFalse();
    }

    @Test
    void candidatesOfSeveralMonthsOvertakeThoseOfEachAndNoLaterOnes() {
        Version half = Version.of("25.01.25.06");

        assertThat(Version.of("25.0.6").isOvertakenBy(half)).isTrue();
        assertThat(Version.of("25.01.25.03").isOvertakenBy(half)).isTrue();
        assertThat(Version.of("25.0.7").isOvertakenBy(half)).isFalse();
        assertThat(Version.of("26.0.1").isOvertakenBy(half)).isFalse();
        assertThat(half.isOvertakenBy(Version.of("25.0.6"))).isFalse();
        assertThat(half.isOvertakenBy(half)).isFalse();
        assertThat(Version.of("24.1").isOvertakenBy(half)).isFalse();
        assertThat(half.isOvertakenBy(Version.of("26.1"))).isTrue();
        assertThat(Version.candidatesUpTo(java.time.YearMonth.of(2025, 6))).isEqualTo(half);
    }
}
