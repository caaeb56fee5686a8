package org.tocsin.figure;

/** Says which field of a figure cannot be true, and why; a reader turns it into a rejected row. */
public final class InvalidFigureException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field the word of the data model the value was meant for, for example {@code period} */
    public InvalidFigureException(String field, String why) {
        super(why);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
