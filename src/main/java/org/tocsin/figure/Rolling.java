package org.tocsin.figure;

/** Whether figures of a place are parts that add up with others, or the total of that place. */
public enum Rolling {
    PART,
    TOTAL;

    public String code() {
        return Codes.code(this);
    }

    public static Rolling of(String code) {
        return Codes.find(Rolling.class, code, "rolling");
    }
}
