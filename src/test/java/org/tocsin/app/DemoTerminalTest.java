package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Notices;

class DemoTerminalTest {
    @Test
    void aDifferenceOfTwoSourcesIsToldInTimesAndNeverInPeople() {
        assertThat(printed(Notices.gauged(Notice.Gauge.TIMES_USUAL, "2.34", "2")))
                .contains("two sources differ by 2.3 times the usual; threshold 2 times the usual")
                .doesNotContain("2.3 new")
                .doesNotContain("displacements due");
    }

    @Test
    void anUnconfirmedJumpSaysSo() {
        assertThat(printed(Notices.marked()))
                .contains("new internal displacements due to conflict (unconfirmed jump); against");
    }

    private static String printed(Notice notice) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Instant now = Instant.parse("2023-11-20T12:00:00Z");
        new DemoTerminal(new PrintStream(out, true, StandardCharsets.UTF_8), () -> now, "http://localhost").saw(notice);
        return out.toString(StandardCharsets.UTF_8);
    }
}
