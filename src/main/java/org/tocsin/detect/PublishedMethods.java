package org.tocsin.detect;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.method.BayesMethod;
import org.tocsin.detect.method.CusumMethod;
import org.tocsin.detect.method.EarsMethod;
import org.tocsin.detect.method.EarsSumMethod;
import org.tocsin.detect.method.Exceedance;
import org.tocsin.detect.method.ExceedanceMethod;
import org.tocsin.detect.method.Expectation;
import org.tocsin.detect.method.Farrington;
import org.tocsin.detect.method.FarringtonMethod;
import org.tocsin.detect.method.LikelihoodMethod;
import org.tocsin.detect.method.LikelihoodRatio;
import org.tocsin.detect.method.MedianMethod;
import org.tocsin.detect.method.MedianScale;
import org.tocsin.detect.method.Method;
import org.tocsin.detect.method.QuantileMethod;
import org.tocsin.detect.method.Reference;
import org.tocsin.detect.method.RollingHighMethod;
import org.tocsin.detect.method.Span;
import org.tocsin.detect.method.Standardized;
import org.tocsin.detect.method.WindowMethod;

/** Reads a method in the form in which it was published, by the names its parameters have there. */
final class PublishedMethods {
    private static final BigDecimal ALPHA = new BigDecimal("0.05");
    /** How far {@code alpha} and {@code z} may lie apart when both are given. */
    private static final double ROUNDING = 1e-6;

    private static final Map<String, Function<Fields, Supplier<? extends Method>>> READERS =
            new TreeMap<>(Map.ofEntries(
                    Map.entry("ears_c1", PublishedMethods::earsC1),
                    Map.entry("ears_c2", PublishedMethods::earsC2),
                    Map.entry("ears_c3", PublishedMethods::earsC3),
                    Map.entry("farrington_flexible", PublishedMethods::farrington),
                    Map.entry("cusum", PublishedMethods::cusum),
                    Map.entry("glr_nb", PublishedMethods::likelihood),
                    Map.entry("bayes_nb_predictive", PublishedMethods::bayes),
                    Map.entry("robust_z_mad", PublishedMethods::median),
                    Map.entry("quantile_of_history", PublishedMethods::quantile),
                    Map.entry("nb_exceedance_plugin", fields -> exceedance(fields, Exceedance.PLUG_IN)),
                    Map.entry("nb_exceedance_predictive", fields -> exceedance(fields, Exceedance.PREDICTIVE)),
                    Map.entry("window_change", PublishedMethods::window),
                    Map.entry("hdx_signals_daily", PublishedMethods::rollingHigh)));

    /** Where a rule's detector has the same type: what only the published form has, or has as one number. */
    private static final Map<String, Set<String>> OWN = Map.of(
            "ears_c1", Set.of("z", "alpha"),
            "ears_c2", Set.of("z", "alpha"),
            "ears_c3", Set.of("h", "surveillance_alpha"),
            "farrington_flexible", Set.of("alpha", "range", "thresholdMethod"),
            "cusum", Set.of("h", "range", "trans", "m"),
            "glr_nb", Set.of("c.ARL", "range", "mu0"));

    private PublishedMethods() {}

    /** Whether it is one of these rather than the detector of a rule, whose severity scale is an object. */
    static boolean isMeant(String type, JsonNode object) {
        return READERS.containsKey(type)
                && (!OWN.containsKey(type)
                        || OWN.getOrDefault(type, Set.of()).stream()
                                .anyMatch(name ->
                                        object.has(name) && !object.get(name).isObject()));
    }

    static List<String> types() {
        return List.copyOf(READERS.keySet());
    }

    /** Null, and at least one problem collected, if it cannot be made. */
    static @Nullable Method read(String type, Fields fields) {
        Supplier<? extends Method> made =
                READERS.getOrDefault(type, PublishedMethods::earsC1).apply(fields);
        fields.nothingElse();
        return fields.isSound() ? DetectorFields.checked(fields, made) : null;
    }

    private static Supplier<Method> earsC1(Fields fields) {
        int baseline = fields.positive("baseline", 7);
        double z = z(fields);
        double minSigma = fields.real("minSigma", 0);
        return () -> EarsMethod.c1(baseline, z, minSigma);
    }

    private static Supplier<Method> earsC2(Fields fields) {
        int baseline = fields.positive("baseline", 7);
        double z = z(fields);
        double minSigma = fields.real("minSigma", 0);
        return () -> EarsMethod.c2(baseline, z, minSigma);
    }

    private static double z(Fields fields) {
        double alpha = fields.share("alpha", new BigDecimal("0.001"));
        double ofAlpha = -new NormalDistribution().inverseCumulativeProbability(alpha);
        double z = fields.real("z", ofAlpha);
        if (fields.has("alpha") && Math.abs(z - ofAlpha) > ROUNDING) {
            fields.wrong("z", "is not the quantile of alpha " + alpha + ", which is " + ofAlpha);
        }
        return z;
    }

    private static Supplier<Method> earsC3(Fields fields) {
        int baseline = fields.positive("baseline", 7);
        double minSigma = fields.real("minSigma", 0);
        double h = fields.real("h", 2);
        // of another bound, which is not followed
        fields.share("surveillance_alpha", ALPHA);
        return () -> EarsSumMethod.c3(baseline, h, minSigma);
    }

    private static Supplier<Method> farrington(Fields fields) {
        int years = fields.positive("b", 5);
        int halfWindow = fields.count("w", 3);
        int periods = fields.positive("noPeriods", 1);
        int pastLeftOut = fields.count("pastWeeksNotIncluded", halfWindow);
        Farrington.Weighting weighting =
                new Farrington.Weighting(fields.flag("reweight", true), fields.real("weightsThreshold", 2.58));
        Farrington.Trend trend = new Farrington.Trend(fields.flag("trend", true), fields.real("pThresholdTrend", 0.05));
        Farrington.Bound bound = fields.oneOf(
                "thresholdMethod",
                Map.of(
                        "delta", Farrington.Bound.DELTA,
                        "nbPlugin", Farrington.Bound.NB_PLUGIN,
                        "muan", Farrington.Bound.MUAN),
                Farrington.Bound.DELTA);
        double alpha = fields.share("alpha", ALPHA);
        int[] limit54 = fields.pair("limit54");
        FarringtonMethod.Least least =
                limit54 == null ? FarringtonMethod.Least.USUAL : new FarringtonMethod.Least(limit54[0], limit54[1]);
        Supplier<Span> range = range(fields);
        return () -> new FarringtonMethod(
                new Farrington(new Reference(years, halfWindow, periods, pastLeftOut), weighting, trend, bound),
                alpha,
                least,
                range.get());
    }

    private static Supplier<Method> cusum(Fields fields) {
        double k = fields.real("k", 1.04);
        double h = fields.real("h", 2.26);
        double alpha = fields.real("alpha", 0.1);
        Standardized by = fields.oneOf(
                "trans",
                Map.of(
                        "standard", new Standardized.Whole(),
                        "rossi", new Standardized.Rossi(),
                        "anscombe", new Standardized.Anscombe(),
                        "pearsonNegBin", Standardized.Scaled.negativeBinomial(alpha),
                        "none", new Standardized.AsIs()),
                new Standardized.Whole());
        Expectation expected = fields.isText("m", "glm")
                ? new Expectation.Wave()
                : fields.has("m") ? new Expectation.Known(fields.real("m", 0)) : new Expectation.MeanBefore();
        Supplier<Span> range = range(fields);
        return () -> new CusumMethod(k, h, by, expected, range.get());
    }

    private static Supplier<Method> likelihood(Fields fields) {
        double threshold = fields.real("c.ARL", 5);
        double alpha = fields.real("alpha", 0);
        double theta = fields.real("theta", Double.NaN);
        fields.oneOf("change", Map.of("intercept", true), true);
        fields.oneOf("dir", Map.of("inc", true), true);
        fields.oneOf("ret", Map.of("value", true), true);
        Expectation expected =
                fields.has("mu0") ? new Expectation.Known(fields.real("mu0", 0)) : new Expectation.Wave();
        Supplier<Span> range = range(fields);
        return () -> new LikelihoodMethod(new LikelihoodRatio(alpha), theta, threshold, expected, range.get());
    }

    private static Supplier<Method> bayes(Fields fields) {
        int years = fields.count("b", 0);
        int halfWindow = fields.positive("w", 6);
        boolean thisYear = fields.flag("actY", true);
        double alpha = fields.share("alpha", ALPHA);
        Supplier<Span> range = range(fields);
        return () -> new BayesMethod(years, halfWindow, thisYear, alpha, range.get());
    }

    private static Supplier<Method> median(Fields fields) {
        MedianScale by = new MedianScale(
                fields.real("minScale", 1), fields.flag("poissonFloor", true), fields.flag("log1p", false));
        MedianMethod.History history = history(fields);
        double k = fields.real("k", 3.5);
        return () -> new MedianMethod(by, history, k);
    }

    private static Supplier<Method> quantile(Fields fields) {
        MedianMethod.History history = history(fields);
        double p = fields.share("p", new BigDecimal("0.95"));
        return () -> new QuantileMethod(history.window(), history.gap(), p, history.minHistory(), history.minValue());
    }

    private static Supplier<Method> exceedance(Fields fields, Exceedance by) {
        MedianMethod.History history = history(fields);
        double alpha = fields.share("alpha", ALPHA);
        return () -> new ExceedanceMethod(by, history, alpha);
    }

    private static Supplier<Method> window(Fields fields) {
        int current = fields.positive("current", 1);
        int reference = fields.positive("reference", 12);
        double ratio = fields.real("ratio", 2);
        WindowMethod.Least least = new WindowMethod.Least(
                fields.real("minCurrent", 0), fields.real("minReference", 0), fields.real("minAbsolute", 0));
        return () -> new WindowMethod(current, reference, ratio, least);
    }

    private static Supplier<Method> rollingHigh(Fields fields) {
        int sumDays = fields.positive("sumDays", 30);
        int window1 = fields.positive("window1", 366);
        int window2 = fields.positive("window2", 1096);
        double minValue = fields.real("minValue", 0);
        int suppressDays = fields.count("suppressDays", 180);
        return () -> new RollingHighMethod(sumDays, window1, window2, minValue, suppressDays);
    }

    private static MedianMethod.History history(Fields fields) {
        return new MedianMethod.History(
                fields.positive("window", 26),
                fields.count("gap", 0),
                fields.positive("minHistory", 8),
                fields.real("minValue", 0));
    }

    private static Supplier<Span> range(Fields fields) {
        int[] range = fields.pair("range");
        return () -> range == null ? Span.ALL : new Span(range[0], range[1]);
    }
}
