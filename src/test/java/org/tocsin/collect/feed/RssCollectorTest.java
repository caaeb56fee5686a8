package org.tocsin.collect.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;

/** The numbers of the fixtures: OHCHR on Myanmar 17 November 2023, ACLED on Sudan, the government of Mali on Tombouctou. */
final class RssCollectorTest {
    private static final String URL = "https://example.org/feed";

    @Test
    void anItemIsATextWithoutMarkupUnderTheAddressOfItsPage() throws Exception {
        assertThat(read("feed/news.rss", List.of()).texts.get(0))
                .isEqualTo(new PublishedText(
                        "https://news.un.org/en/story/2023/11/1143802",
                        "Myanmar: civilians pay for the offensive",
                        "At least 75 civilians have been killed, 94 injured and more than 200,000 displaced since 27 October,"
                                + " the United Nations said.\n\nFighting spread to several states",
                        LocalDate.parse("2023-11-18"),
                        URI.create("https://news.un.org/en/story/2023/11/1143802"),
                        null,
                        List.of("MMR")));
    }

    @Test
    void theWholeTextComesBeforeItsTeaserAndTheAddressStandsInForAnId() throws Exception {
        PublishedText sudan = read("feed/news.rss", List.of()).texts.get(1);

        assertThat(sudan.id()).isEqualTo("https://example.org/sudan");
        assertThat(sudan.text()).isEqualTo("10,400 people were killed.");
        assertThat(sudan.published()).isEqualTo("2023-11-20");
        assertThat(sudan.countries()).containsExactly("SDN", "TCD");
    }

    @Test
    void ofAnItemPutOutTwiceTheLaterOneCounts() throws Exception {
        assertThat(read("feed/news.rss", List.of()).texts)
                .filteredOn(text -> text.id().equals("https://example.org/haiti"))
                .extracting(PublishedText::text)
                .containsExactly("14 people were killed in Haiti.");
    }

    @Test
    void anItemWithoutWordsIsToldAndIsNoFault() throws Exception {
        assertThat(read("feed/news.rss", List.of()).refusals)
                .containsExactly(new Gathered.Refusal("/rss/channel/item[5]", "description", "has no text"));
    }

    @Test
    void whatIsKnownOfAFeedIsSaidOfItsTexts() throws Exception {
        Feed feed = new Feed("Fil", URI.create(URL), "fr", List.of("MLI"));

        assertThat(read("feed/news.rdf", List.of(feed)).texts).singleElement().satisfies(text -> {
            assertThat(text.language()).isEqualTo("fr");
            assertThat(text.countries()).containsExactly("MLI");
            assertThat(text.published()).isEqualTo("2023-09-08");
            assertThat(text.text()).isEqualTo("Au moins 49 civils et 15 soldats ont été tués.");
        });
    }

    @Test
    void anAtomFeedIsReadByItsOwnWordsWithTheLineBreakBeforeItsDeclaration() throws Exception {
        Gathered atom = read("feed/news.atom", List.of());

        assertThat(atom.texts)
                .containsExactly(new PublishedText(
                        "tag:example.org,2023:1",
                        "Inundaciones & deslizamientos",
                        "Murieron 17 personas\ny 300 fueron evacuadas.",
                        LocalDate.parse("2023-11-19"),
                        URI.create("https://example.org/1"),
                        null,
                        List.of("COL")));
        assertThat(atom.refusals)
                .containsExactly(
                        new Gathered.Refusal("/feed/entry[2]", "pubDate", "is missing"),
                        new Gathered.Refusal(
                                "/feed/entry[3]", "description", "has no text but XHTML, which is not read"));
    }

    @Test
    void aFeedWithoutItemsIsAFeedAndAPageIsNone() throws Exception {
        assertThat(read("<rss><channel><title>t</title></channel></rss>".getBytes(UTF_8), List.of()).texts)
                .isEmpty();
        assertThatThrownBy(() -> read("<html><head><title>t</title></head></html>".getBytes(UTF_8), List.of()))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("is not a feed");
    }

    @Test
    void aDeclaredEntityIsNeverRead() {
        String evil = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><title>t</title>"
                + "<item><title>a</title><guid>1</guid><pubDate>2023-11-18</pubDate><description>&x;</description></item>"
                + "</channel></rss>";

        assertThatThrownBy(() -> read(evil.getBytes(UTF_8), List.of())).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void aTextFromTomorrowIsTodays() throws Exception {
        String early = "<rss><channel><title>t</title><item><title>a</title><guid>1</guid>"
                + "<pubDate>Thu, 30 Nov 2023 00:10:00 +0000</pubDate><description>x</description></item></channel></rss>";

        assertThat(read(early.getBytes(UTF_8), List.of()).texts.get(0).published())
                .isEqualTo("2023-11-21");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 17 Nov 2023 22:30:00 -0400|2023-11-18T02:30:00Z",
                "17 Nov 23 22:30 EST|2023-11-18T03:30:00Z",
                "Friday, 17 November 2023 22:30:60 GMT|2023-11-17T22:30:59Z",
                "Sat, 18 Nov 2023|2023-11-18T00:00:00Z",
                "2023-11-18|2023-11-18T00:00:00Z",
                "2023-11-18T01:00:00+0200|2023-11-17T23:00:00Z",
                "2023-11-18 01:00:00|2023-11-18T01:00:00Z",
                "2023-11-18T01:00Z|2023-11-18T01:00:00Z",
            })
    void aMomentIsReadAsFeedsWriteIt(String text, String moment) {
        assertThat(FeedTime.of("pubDate", text).at()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "31 Feb 2023", "18 Foo 2023", "2023-13-01", "18 Nov 2023 10:00 +9999", "1"})
    void whatIsNoMomentIsRefusedByTheNameOfItsField(String text) {
        assertThatThrownBy(() -> FeedTime.of("pubDate", text))
                .isInstanceOfSatisfying(
                        InvalidFigureException.class, e -> assertThat(e.field()).isEqualTo("pubDate"));
    }

    private static Gathered read(String resource, List<Feed> feeds) throws UnreadableDocumentException {
        return read(Recorded.own(resource), feeds);
    }

    private static Gathered read(byte[] feed, List<Feed> feeds) throws UnreadableDocumentException {
        Collector collector = new RssCollectorFactory(null, null, feeds).build();
        return Gathered.from(collector, List.of(Recorded.document(feed, URL, "2023-11-21T06:00:00Z")));
    }
}
