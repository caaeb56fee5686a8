package org.tocsin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CronTest {
    @ParameterizedTest
    @ValueSource(strings = {"0 15 3 * * ?", "0/5 * * ? * MON-FRI", "0 0 0 L * ? 2030"})
    void aScheduleIsKeptAsItIsWritten(String expression) {
        assertThat(new Cron(" " + expression + " ").expression()).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "daily", "15 3 * * *", "0 61 3 * * ?", "0 15 3 * * *", "0 15 3 32 * ?"})
    void whatQuartzCannotReadIsRefusedWithItsKeyAndItself(String expression) {
        assertThatThrownBy(() -> Cron.of("sources[2].schedule", expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "sources[2].schedule: '" + expression + "' is not a schedule: second minute hour");
    }

    @Test
    void whatTheDatabaseCannotHoldIsRefused() {
        assertThatThrownBy(() -> new Cron("0 " + "1,".repeat(60) + "1 3 * * ?"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("it is longer than 120 characters");
    }

    @Test
    void aSettingHoldsItAsAPlainString() throws JsonProcessingException {
        assertThat(new ObjectMapper().readValue("\"0 15 3 * * ?\"", Cron.class)).isEqualTo(new Cron("0 15 3 * * ?"));
    }
}
