package org.tocsin.figure;

/** Whether the source still expects to change the figure. */
public enum Status {
    PROVISIONAL,
    FINAL;

    public String code() {
        return Codes.code(this);
    }

    public static Status of(String code) {
        return Codes.find(Status.class, code, "status");
    }
}
