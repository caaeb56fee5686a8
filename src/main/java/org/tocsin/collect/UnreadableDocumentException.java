package org.tocsin.collect;

/** Says that a document is not what its source promises, and where reading stopped. */
public final class UnreadableDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String at;
    private final String field;

    /**
     * @param at JSON pointer, {@code row N}, or {@code line L column C}
     * @param field what was expected there
     */
    public UnreadableDocumentException(String at, String field, String why) {
        super(why);
        this.at = at;
        this.field = field;
    }

    public String at() {
        return at;
    }

    public String field() {
        return field;
    }
}
