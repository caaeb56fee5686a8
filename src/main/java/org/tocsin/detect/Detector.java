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
    @JsonSubTypes.Type(value = HistoryQuantile.class, name = "quantile"),
    @JsonSubTypes.Type(value = MedianMultiple.class, name = "median_multiple"),
    @JsonSubTypes.Type(value = RobustZ.class, name = "robust_z"),
    @JsonSubTypes.Type(value = EarsC1.class, name = "ears_c1"),
    @JsonSubTypes.Type(value = EarsC2.class, name = "ears_c2"),
    @JsonSubTypes.Type(value = EarsC3.class, name = "ears_c3"),
    @JsonSubTypes.Type(value = CountExceedance.class, name = "negative_binomial"),
    @JsonSubTypes.Type(value = FarringtonFlexible.class, name = "farrington_flexible"),
    @JsonSubTypes.Type(value = Cusum.class, name = "cusum"),
    @JsonSubTypes.Type(value = GlrNb.class, name = "glr_nb"),
    @JsonSubTypes.Type(value = Pace.class, name = "pace"),
    @JsonSubTypes.Type(value = PaceProfile.class, name = "pace_profile"),
    @JsonSubTypes.Type(value = PaceLinear.class, name = "pace_linear"),
    @JsonSubTypes.Type(value = Stale.class, name = "stale"),
    @JsonSubTypes.Type(value = Divergence.class, name = "divergence"),
    @JsonSubTypes.Type(value = Joint.class, name = "joint"),
    @JsonSubTypes.Type(value = Bundle.class, name = "bundle")
})
public sealed interface Detector
        permits Threshold,
                ChangeOverWindow,
                RecordHigh,
                HistoryQuantile,
                MedianMultiple,
                RobustZ,
                EarsC1,
                EarsC2,
                EarsC3,
                CountExceedance,
                FarringtonFlexible,
                Cusum,
                GlrNb,
                Pace,
                PaceProfile,
                PaceLinear,
                Stale,
                Divergence,
                Joint,
                Bundle {
    /** Judges the last window of the evidence; says why also when nothing fires. */
    Judgement judge(Evidence evidence);

    /** What it goes by. */
    Family family();

    /** What it can be used for. */
    default Suits suits() {
        return Suits.ANYTHING;
    }

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
