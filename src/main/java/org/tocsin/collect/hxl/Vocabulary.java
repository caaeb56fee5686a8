package org.tocsin.collect.hxl;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the hashtags of one table mean.
 *
 * @param country of every row, where no column says it
 * @param columns hashtag to what it counts, before what it means by custom
 * @param headers name of a column to the hashtag it stands for, where the table has none
 */
public record Vocabulary(@Nullable String country, Map<String, Meaning> columns, Map<String, String> headers) {
    // Jackson hands null for a key that is left out.
    public Vocabulary(
            @Nullable String country, @Nullable Map<String, Meaning> columns, @Nullable Map<String, String> headers) {
        this.country = country;
        this.columns = Map.copyOf(requireNonNullElse(columns, Map.of()));
        this.headers = Map.copyOf(requireNonNullElse(headers, Map.of()));
        this.columns.keySet().forEach(Vocabulary::check);
        this.headers.values().forEach(Vocabulary::check);
    }

    /** The tags of a row, one a cell; none if it is no row of hashtags. */
    List<Optional<Tag>> tags(String[] cells) {
        List<Optional<Tag>> found = new ArrayList<>();
        long filled = 0;
        for (String cell : cells) {
            filled += cell.isBlank() ? 0 : 1;
            found.add(Tag.of(requireNonNullElse(headers.get(cell.strip()), cell)));
        }
        long tagged = found.stream().filter(Optional::isPresent).count();
        boolean byName = !headers.isEmpty() && tagged == headers.size();
        return tagged > 0 && (byName || 2 * tagged >= filled) ? found : List.of();
    }

    /** The columns of numbers; of one that is there rounded and raw, the rounded one alone. */
    Map<Integer, Meaning> numbers(List<Optional<Tag>> tags) {
        Map<Integer, Meaning> numbers = new LinkedHashMap<>();
        for (int column = 0; column < tags.size(); column++) {
            Optional<Tag> tag = tags.get(column);
            boolean first = tags.indexOf(tag) == column;
            if (tag.isPresent()
                    && first
                    && !(tag.get().isRaw()
                            && tags.contains(Optional.of(tag.get().rounded())))) {
                int place = column;
                meaning(tag.get()).ifPresent(meaning -> numbers.put(place, meaning));
            }
        }
        return numbers;
    }

    private Optional<Meaning> meaning(Tag tag) {
        return columns.entrySet().stream()
                .filter(entry -> Tag.of(entry.getKey()).filter(tag::equals).isPresent())
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Meaning.of(tag));
    }

    private static void check(String tag) {
        if (Tag.of(tag).isEmpty()) {
            throw new IllegalArgumentException("'" + tag + "' is no hashtag");
        }
    }
}
