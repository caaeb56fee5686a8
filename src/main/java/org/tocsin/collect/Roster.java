package org.tocsin.collect;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;

/**
 * The sources that the settings name.
 *
 * @param ready those that can be asked
 * @param lacking those that cannot, each with the setting that it lacks
 * @param byHand those whose figures people hand over
 */
public record Roster(List<Collector> ready, Map<Source, String> lacking, List<Source> byHand) {
    /** What a source lacks that no entry of {@code sources} names. */
    private static final String ENTRY = "an entry in sources";

    public Roster {
        ready = List.copyOf(ready);
        lacking = Map.copyOf(lacking);
        byHand = List.copyOf(byHand);
    }

    /** As the settings have them. */
    public static Roster of(List<CollectorFactory> entries, List<Source> byHand) {
        return new Roster(
                entries.stream()
                        .filter(entry -> entry.lacking().isEmpty())
                        .map(CollectorFactory::build)
                        .toList(),
                entries.stream()
                        .filter(entry -> entry.lacking().isPresent())
                        .collect(toUnmodifiableMap(
                                entry -> entry.build().source(),
                                entry -> entry.lacking().orElseThrow())),
                byHand);
    }

    /** The sources that can be asked. */
    public Set<SourceId> collected() {
        return ready.stream().map(collector -> collector.source().id()).collect(Collectors.toUnmodifiableSet());
    }

    /** The sources whose figures people hand over. */
    public Set<SourceId> handed() {
        return byHand.stream().map(Source::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The collector of a source.
     *
     * @throws NotCollectedException if it has none that works; says what is missing
     */
    public Collector collector(SourceId source) {
        return ready.stream()
                .filter(collector -> collector.source().id().equals(source))
                .findFirst()
                .orElseThrow(() -> lacks(source)
                        .map(setting -> NotCollectedException.lacking(source, setting))
                        .orElseGet(() -> NotCollectedException.byHand(source)));
    }

    /** What a source lacks to be asked; empty if it can be, or if people hand it over. */
    public Optional<String> lacks(SourceId source) {
        if (collected().contains(source) || handed().contains(source)) {
            return Optional.empty();
        }
        return Optional.of(lacking.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(source))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ENTRY));
    }
}
