package org.tocsin.crisis;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.series.Scope;

/** A named scope over figures: redefining it re-reads the past and loads nothing again. */
public record Crisis(
        CrisisId id, String name, LocalDate since, List<String> glide, List<String> keywords, List<ScopeLine> lines) {
    public Crisis {
        glide = List.copyOf(glide);
        keywords = List.copyOf(keywords);
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("crisis " + id + " has no scope lines");
        }
    }

    /** The series it asks for. */
    public Scope scope() {
        return new Scope(
                lines.stream()
                        .filter(line -> line.role() == ScopeLine.Role.IN)
                        .map(line -> new Scope.Inside(String.valueOf(line.country()), line.admin1()))
                        .toList(),
                lines.stream()
                        .filter(line -> line.role() == ScopeLine.Role.FROM)
                        .map(line -> String.valueOf(line.country()))
                        .collect(Collectors.toSet()),
                lines.stream()
                        .filter(line -> line.role() == ScopeLine.Role.APPEAL)
                        .map(line -> String.valueOf(line.appeal()))
                        .collect(Collectors.toSet()));
    }
}
