package org.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class NoticeJsonTest {
    @Test
    void aNoticeReadsBackAsItWasWritten() {
        Notice notice = Notices.opened();

        assertThat(NoticeJson.read(NoticeJson.write(notice))).isEqualTo(notice);
        assertThat(NoticeJson.read(NoticeJson.write(Notices.marked()))).isEqualTo(Notices.marked());
        assertThat(NoticeJson.tree(Notices.marked()).at("/reading/mark").asText())
                .isEqualTo("unconfirmed_jump");
    }

    @Test
    void wordsAreCodesAndDaysAreIsoAndNothingIsMadeUp() {
        JsonNode tree = NoticeJson.tree(Notices.opened());

        assertThat(tree.at("/alarm/occasion").asText()).isEqualTo("opened");
        assertThat(tree.at("/topic/measure/metric").asText()).isEqualTo("new_displacements");
        assertThat(tree.at("/topic/cause").asText()).isEqualTo("conflict");
        assertThat(tree.at("/reading/period/start").asText()).isEqualTo("2023-10-27");
        assertThat(tree.at("/reading/quantity/value").toString()).isEqualTo("286200");
        assertThat(tree.at("/origin/source").asText()).isEqualTo("unhcr");
        assertThat(tree.at("/reading/revised_from").isMissingNode()).isTrue();
    }
}
