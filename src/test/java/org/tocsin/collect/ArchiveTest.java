package org.tocsin.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.http.FetchRequest;

final class ArchiveTest {
    private static final FetchRequest FIRST = FetchRequest.get("fts", URI.create("https://example.org/1"));
    private static final FetchRequest SECOND = FetchRequest.get("fts", URI.create("https://example.org/2"));

    @Test
    void answersReadTogetherAreAllKeptOnceOneOfThemChanged() throws Exception {
        assertThat(kept(Set.of(SECOND))).containsExactly(SECOND, FIRST);
        assertThat(kept(Set.of(FIRST, SECOND))).containsExactly(FIRST, SECOND);
        assertThat(kept(Set.of())).isEmpty();
    }

    @Test
    void theNameOfASecretIsPartOfALegalAddress() {
        assertThat(Document.address("https://example.org/?key=<key>&a=b"))
                .isEqualTo(URI.create("https://example.org/?key=%3Ckey%3E&a=b"));
    }

    private static List<FetchRequest> kept(Set<FetchRequest> changed) throws FetchFailedException {
        List<FetchRequest> kept = new ArrayList<>();
        Archive archive = new Archive() {
            @Override
            public Optional<Document> fetch(FetchRequest request) {
                return changed.contains(request) ? Optional.of(fetchWhole(request)) : Optional.empty();
            }

            @Override
            public Document fetchWhole(FetchRequest request) {
                kept.add(request);
                return Recorded.document(new byte[0], request.uri().toString(), "2024-01-01T00:00:00Z");
            }

            @Override
            public String fetchUnkept(FetchRequest request) {
                throw new AssertionError("asked for what is not kept: " + request);
            }
        };
        archive.fetchTogether(List.of(FIRST, SECOND));
        return kept;
    }
}
