package org.tocsin.collect.reliefweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Recorded;

/** The numbers of the fixtures: OCHA and Haiti's civil protection after hurricane Melissa, October and November 2025. */
final class ReliefWebCollectorTest {
    private static final String URL = "https://api.reliefweb.int/v2/reports?appname=%3Cappname%3E&offset=0";

    @Test
    void aReportIsATextWithoutMarkupOfTheCountryItIsChieflyAbout() throws Exception {
        assertThat(read(Recorded.own("reliefweb/reports-0.json")).texts.get(0))
                .isEqualTo(new PublishedText(
                        "4187001",
                        "Haiti: Hurricane Melissa - Flash Update",
                        "Highlights\n\nAt least 43 people were killed and 13 are missing.\n\nMore than 1,700 people remain in"
                                + " shelters.",
                        LocalDate.parse("2025-11-12"),
                        URI.create("https://reliefweb.int/report/haiti/melissa-flash-update"),
                        "en",
                        List.of("HTI")));
    }

    @Test
    void withoutHtmlTheMarkdownIsReadAndWhatIsNotSaidIsNotGuessed() throws Exception {
        PublishedText french =
                read(Recorded.own("reliefweb/reports-0.json")).texts.get(1);

        assertThat(french.text()).isEqualTo("16 000 personnes ont été déplacées.");
        assertThat(french.published()).isEqualTo("2025-11-14");
        assertThat(french.language()).isNull();
    }

    @Test
    void theWorldIsNoCountryAndAScriptIsNoPage() throws Exception {
        PublishedText world =
                read(Recorded.own("reliefweb/reports-2.json")).texts.get(0);

        assertThat(world.title()).isEqualTo("World: a year in numbers");
        assertThat(world.countries()).isEmpty();
        assertThat(world.link()).isNull();
        assertThat(world.published()).isEqualTo("2025-11-15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "null",
                "\"<p>Please refer to the attached file.</p>\"",
                "\"<p>Veuillez vous référer au fichier ci-joint.</p>\""
            })
    void aReportThatIsOnlyAFileIsToldAndIsNoFault(String html) throws Exception {
        ObjectNode page = (ObjectNode) Recorded.tree(Recorded.own("reliefweb/reports-0.json"));
        ((ObjectNode) page.at("/data/0/fields")).set("body-html", Recorded.tree(html.getBytes(UTF_8)));
        ((ObjectNode) page.at("/data/0/fields")).remove("body");

        Gathered read = read(page.toString().getBytes(UTF_8));

        assertThat(read.texts).extracting(PublishedText::id).containsExactly("4187002");
        assertThat(read.refusals)
                .containsExactly(new Gathered.Refusal(
                        "/data/0/fields", "body-html", "has no text: report 4187001 is in its attached file"));
    }

    @Test
    void aReportWithoutADayNamesTheField() throws Exception {
        ObjectNode page = (ObjectNode) Recorded.tree(Recorded.own("reliefweb/reports-2.json"));
        ((ObjectNode) page.at("/data/0/fields")).remove("date");

        assertThat(read(page.toString().getBytes(UTF_8)).refusals)
                .extracting(Gathered.Refusal::field)
                .containsExactly("created");
    }

    @Test
    void withoutAnAppnameItIsNotAsked() {
        assertThat(new ReliefWebCollectorFactory(null, null, " ", null, null, null).lacking())
                .contains("appname");
    }

    private static Gathered read(byte[] page) throws Exception {
        return Gathered.from(
                new ReliefWebCollectorFactory(null, null, "x", null, null, null).build(),
                List.of(Recorded.document(page, URL, "2025-11-15T06:00:00Z")));
    }
}
