package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Notices;
import org.tocsin.notify.Telling;
import org.tocsin.phrase.Phrases;

class AlertStoryTest {
    @Test
    void anUnconfirmedJumpIsSaidInWordsAndAsACode() {
        AlertStory.Said said = AlertStory.Said.from(Notices.marked());

        assertThat(said.sentence())
                .contains("286,200", "new internal displacements")
                .contains("(unconfirmed jump)");
        assertThat(said.mark()).isEqualTo("unconfirmed_jump");
    }

    @Test
    void silenceIsToldInDaysAsInMailsAndNeverInPeople() {
        Notice silent = Notices.gauged(Notice.Gauge.SILENT_DAYS, "11.5", "10.5");
        AlertStory.Said said = AlertStory.Said.from(silent);

        assertThat(said.sentence())
                .contains("for 11.5 days")
                .doesNotContain("11.5 new internal")
                .isEqualTo(new Telling(silent, Phrases.in(Locale.ENGLISH)).sentence() + ".");
        assertThat(said.gauge()).isEqualTo("silent_days");
        assertThat(said.mark()).isNull();
    }
}
