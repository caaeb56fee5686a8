package org.tocsin.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Recorded;

/** Feeds as they were published. */
final class RssRecordedTest {
    @Test
    void aCountryFeedOfReliefWebIsReadWhole() throws Exception {
        byte[] feed = Recorded.answer("rss-atom/reliefweb_updates_ukr_2020-09.xml");

        Gathered read = read(feed);

        assertThat(read.texts).hasSize(items(feed, "item"));
        assertThat(read.refusals).isEmpty();
        assertThat(read.texts).allSatisfy(text -> {
            assertThat(text.text()).doesNotContain("<", "&nbsp;").isNotBlank();
            assertThat(text.countries()).contains("UKR");
            assertThat(text.published()).isBetween("2020-09-15", "2020-09-17");
        });
        assertThat(read.texts).extracting(PublishedText::id).doesNotHaveDuplicates();
    }

    @Test
    void anAtomFeedOfTitlesHasNoTextsAndSaysSo() throws Exception {
        byte[] feed = Recorded.answer("rss-atom/atom_reddit_2022.xml");

        Gathered read = read(feed);

        assertThat(read.texts).isEmpty();
        assertThat(read.refusals).hasSize(items(feed, "entry"));
    }

    /** Counted by the JDK's own tree. */
    private static int items(byte[] feed, String name) throws Exception {
        byte[] stripped = new String(feed, java.nio.charset.StandardCharsets.UTF_8)
                .strip()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(stripped))
                .getElementsByTagName(name)
                .getLength();
    }

    private static Gathered read(byte[] feed) throws Exception {
        return Gathered.from(
                new RssCollectorFactory(null, null, null).build(),
                List.of(Recorded.document(feed, "https://reliefweb.int/updates/rss.xml", "2022-05-20T00:00:00Z")));
    }
}
