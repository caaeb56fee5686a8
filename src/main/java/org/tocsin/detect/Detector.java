package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tocsin.figure.Kind;

/** One way to tell a spike from the usual. A record of its own thresholds; pure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Threshold.class, name = "threshold"),
    @JsonSubTypes.Type(value = ChangeOverWindow.class, name = "change"),
    @JsonSubTypes.Type(value = RecordHigh.class, name = "record_high"),
    @JsonSubTypes.Type(value = Pace.class, name = "pace")
})
public sealed interface Detector permits Threshold, ChangeOverWindow, RecordHigh, Pace {
    /** Judges the last window of the evidence; says why also when nothing fires. */
    Judgement judge(Evidence evidence);

    /** How many windows before the judged one it looks at; days before it where the interval is {@link Interval#STATEMENT}. */
    default int reach(Kind kind) {
        return 0;
    }

    /** How many windows, the last one included, make up the judged value. */
    default int width(Kind kind) {
        return 1;
    }

    /** Whether it fires when a value is low; such a rule is never judged on an incomplete window. */
    default boolean downward() {
        return false;
    }
}
