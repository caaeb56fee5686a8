package org.tocsin.extract;

/** What a word or a group of words is good for in a sentence; lexicons give them, rules ask for them. */
enum Tag {
    /** An unknown word in small letters, with a capital, and a number that counts nothing. */
    W,
    CAP,
    NUM,
    COMMA,
    SEMI,
    COLON,
    STOP,
    LP,
    RP,
    DASH,
    MARK,
    DET,
    OF,
    TO,
    FROM,
    IN,
    PREP,
    AND,
    OR,
    REL,
    ADV,
    NEW,
    OTHER,
    /** "including", "of whom": what follows is a part of what stood before. */
    INCL,
    AUX,
    HAVE,
    MODAL,
    /** "expected to", "at risk of": not happened. */
    HYPO,
    NEG,
    ORDER,
    /** What is done to people without making them a figure: captured, assisted, transferred. */
    BLOCK,
    PEOPLE,
    HOUSEHOLD,
    /** A noun that counts and names the metric at once: refugees, deaths, desplazados. */
    CROWD,
    THING,
    UNIT,
    /** A participle or adjective said of the people: killed, missing, tuées. */
    DONE,
    /** A verb the people are the subject of: died, fled, murieron. */
    DOES,
    /** A verb the people are the object of: killed, displacing, a déplacé. */
    HITS,
    LEAVES,
    /** A noun that announces a count of one metric: death toll. */
    TALLY,
    /** A noun that announces a count of what follows: number of, total of. */
    COUNT,
    REACHES,
    COMPARE,
    NEEDS,
    AID,
    ASKS,
    GOT,
    SHORT,
    PLAN,
    FUNDED,
    SPENT,
    RISE,
    FALL,
    DISEASE,
    PAST,
    SAID,
    SINCE,
    /** A quantity by what it counts: people, nothing named, an unknown noun, a thing, money, a part of a hundred. */
    QP,
    QB,
    QU,
    QO,
    QM,
    QX,
    // The tags below are read before there are symbols and cannot stand in a rule.
    DIGIT,
    SCALE,
    VAGUE,
    QUALIFIER,
    QUALIFIED,
    CURRENCY,
    PERCENT,
    BETWEEN,
    SHARE,
    COUNTRY,
    DEMONYM,
    REGION,
    ORG,
    ABBREVIATION,
    AUTHORITY,
    ABROAD,
    HINT;

    /** The bit that stands for this tag in a mask; none for tags that rules do not see. */
    @SuppressWarnings("EnumOrdinal") // the bit is never stored, so the order may change
    long bit() {
        return ordinal() < Long.SIZE ? 1L << ordinal() : 0;
    }

    static long mask(Tag... tags) {
        long mask = 0;
        for (Tag tag : tags) {
            mask |= tag.bit();
        }
        return mask;
    }
}
