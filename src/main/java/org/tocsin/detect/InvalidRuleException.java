package org.tocsin.detect;

import java.util.List;
import java.util.stream.Collectors;

/** Says everything that is wrong with a rule as it was written, each with the field it is about. */
public final class InvalidRuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param field the path of the field, for example {@code detector.ratios.watch}; empty for the document itself
     */
    public record Problem(String field, String why) {
        @Override
        public String toString() {
            return field.isEmpty() ? why : field + ": " + why;
        }
    }

    public InvalidRuleException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
