package org.tocsin.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * What every reader promises of an answer that is damaged, whatever the damage: figures or a named failure, in bounded time and memory.
 *
 * <p>A test of a reader extends it and gives answers of its own, small ones.
 */
public abstract class ReaderFuzz {
    private static final long MOST_BYTES = 200L << 20;
    private static final double MOST_SECONDS = 1;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The reader. */
    protected abstract Collector collector();

    /** Whole answers, each with the address it came from. */
    protected abstract List<Document> answers();

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void aDamagedAnswerGivesFiguresOrANamedFailure(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Document> whole = answers();
        Document document = whole.get(random.nextInt(whole.size()));
        Document damaged = damaged(document, random);
        Gathered gathered = new Gathered();

        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            collector().read(damaged, gathered);
        } catch (UnreadableDocumentException e) {
            assertThat(e).message().isNotBlank();
            assertThat(e.field()).isNotBlank();
        }

        assertThat(gathered.refusals).allSatisfy(refusal -> {
            assertThat(refusal.field()).isNotBlank();
            assertThat(refusal.why()).isNotBlank();
        });
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST_BYTES);
        assertThat((THREADS.getCurrentThreadCpuTime() - start) / 1e9)
                .isLessThan(MOST_SECONDS * Math.max(1, damaged.size() / 1e6));
    }

    private static Document damaged(Document document, Random random) throws IOException {
        byte[] bytes;
        try (var in = document.open()) {
            bytes = Damage.to(in.readAllBytes(), random);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
        byte[] body = bytes;
        return new Document(
                document.sha256(),
                document.mediaType(),
                document.fetchedAt(),
                document.url(),
                body.length,
                () -> new ByteArrayInputStream(body));
    }
}
