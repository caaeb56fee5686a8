package org.tocsin.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlRowsTest {
    private final List<Row> seen = new ArrayList<>();

    @Test
    void anElementIsARowWithItsAttributesAndKnowsItsPath() throws Exception {
        String xml = "\uFEFF\n<?xml version=\"1.0\"?><rss xmlns:g=\"urn:g\"><channel><title>t</title>"
                + "<item><g:id>1</g:id></item><item><g:id>2</g:id><g:dead unit=\"people\">26</g:dead>"
                + "<link>a</link><link>b</link></item></channel></rss>";
        read(xml);

        Row second = seen.get(1);
        assertThat(second.at()).isEqualTo("/rss/channel/item[2]");
        assertThat(second.count("g:id")).isEqualByComparingTo("2");
        assertThat(second.child("g:dead").text("@unit")).isEqualTo("people");
        assertThat(XmlRows.findText(second, "g:dead")).contains("26");
        assertThat(XmlRows.findText(second, "link")).contains("a");
        assertThat(Places.number(xml.getBytes(UTF_8), second.pointer("g:dead")))
                .isEqualByComparingTo(new BigDecimal(26));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<rss><channel><item></channel></rss>",
                "<rss><item>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><item>&x;</item></rss>"
            })
    void whatIsNoXmlOrReachesOutsideIsUnreadable(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void whatIsNestedWithoutEndIsUnreadable() {
        assertThatThrownBy(() -> read("<item>".repeat(100) + "</item>".repeat(100)))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("deeper than 32");
    }

    private void read(String xml) throws UnreadableDocumentException {
        Document document =
                Recorded.document(xml.getBytes(UTF_8), "https://example.org/rss.xml", "2024-02-10T06:00:00Z");
        XmlRows.each(document, new Gathered(), seen::add, Set.of("item"));
    }
}
