package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import org.tocsin.detect.method.Exceedance;
import org.tocsin.detect.method.Reference;

/** Reads the detectors that tell news from chance, with the defaults of METHODS section 3. */
final class StatisticalFields {
    private static final int MIN_HISTORY = 8;
    private static final int RUN = 12;

    private StatisticalFields() {}

    static Supplier<Detector> quantile(Fields fields, Usual usual) {
        var past = past(fields, usual.quantileWindow(), 0, usual.quantileHistory());
        var p = fields.scale("p", new BigDecimal("0.95"));
        return () -> new HistoryQuantile(past.get(), p);
    }

    static Supplier<Detector> medianMultiple(Fields fields, Usual usual) {
        var past = past(fields, usual.ratios(), 0, MIN_HISTORY);
        var ratios = fields.scale("ratios", BigDecimal.valueOf(2));
        return () -> new MedianMultiple(past.get(), ratios);
    }

    static Supplier<Detector> robustZ(Fields fields, Usual usual) {
        var past = past(fields, usual.countWindow(), 0, MIN_HISTORY);
        boolean log1p = fields.flag("log1p", false);
        var k = fields.scale("k", new BigDecimal(log1p ? "3" : "3.5"));
        BigDecimal minScale = fields.number("minScale", new BigDecimal(log1p ? "0.25" : "1"));
        boolean poissonFloor = fields.flag("poissonFloor", !log1p);
        return () -> new RobustZ(past.get(), k, minScale, poissonFloor, log1p);
    }

    static Supplier<Detector> earsC1(Fields fields, Usual usual) {
        int baseline = fields.count("baseline", usual.baseline());
        var z = fields.scale("z", EarsBaseline.USUAL_Z);
        BigDecimal minSigma = fields.number("minSigma", BigDecimal.ONE);
        boolean capped = fields.flag("capped", true);
        return () -> new EarsC1(baseline, z, minSigma, capped);
    }

    static Supplier<Detector> earsC2(Fields fields, Usual usual) {
        int baseline = fields.count("baseline", usual.baseline());
        var z = fields.scale("z", EarsBaseline.USUAL_Z);
        BigDecimal minSigma = fields.number("minSigma", BigDecimal.ONE);
        boolean capped = fields.flag("capped", true);
        return () -> new EarsC2(baseline, z, minSigma, capped);
    }

    static Supplier<Detector> earsC3(Fields fields, Usual usual) {
        int baseline = fields.count("baseline", usual.baseline());
        var h = fields.scale("h", BigDecimal.valueOf(2));
        BigDecimal minSigma = fields.number("minSigma", BigDecimal.ONE);
        boolean capped = fields.flag("capped", true);
        return () -> new EarsC3(baseline, h, minSigma, capped);
    }

    static Supplier<Detector> countExceedance(Fields fields, Usual usual) {
        var past = past(fields, usual.countWindow(), usual.countGap(), MIN_HISTORY);
        var alpha = fields.scale("alpha", usual.alpha());
        Exceedance fit = fields.optionalText("fit", Exceedance::of);
        boolean capped = fields.flag("capped", true);
        return () -> new CountExceedance(past.get(), alpha, fit == null ? Exceedance.PREDICTIVE : fit, capped);
    }

    static Supplier<Detector> farrington(Fields fields, Usual usual) {
        int years = fields.count("years", 5);
        int halfWindow = fields.countOr("halfWindow", usual.ofWeeks(3));
        int periods = fields.countOr("periods", usual.ofWeeks(10));
        int pastLeftOut = fields.countOr("pastLeftOut", usual.ofWeeks(26));
        int perYear = fields.countOr("perYear", usual.perYear());
        int minYears = fields.count("minYears", Math.min(3, years));
        BigDecimal beyond = fields.number("beyond", new BigDecimal("2.58"));
        var alpha = fields.scale("alpha", new BigDecimal("0.005"));
        return () -> new FarringtonFlexible(
                new Reference(years, halfWindow, periods, pastLeftOut), perYear, minYears, beyond, alpha);
    }

    static Supplier<Detector> cusum(Fields fields, Usual usual) {
        Supplier<Training> training = training(fields, usual);
        BigDecimal k = fields.number("k", new BigDecimal("1.04"));
        Map<Level, BigDecimal> h = fields.scale("h", new BigDecimal("2.26"));
        return () -> new Cusum(training.get(), k, h);
    }

    static Supplier<Detector> glrNb(Fields fields, Usual usual) {
        Supplier<Training> training = training(fields, usual);
        Map<Level, BigDecimal> h = fields.scale("h", BigDecimal.valueOf(5));
        return () -> new GlrNb(training.get(), h);
    }

    private static Supplier<Training> training(Fields fields, Usual usual) {
        int training = fields.countOr("training", usual.countWindow());
        int run = fields.count("run", RUN);
        int minHistory = fields.count("minHistory", MIN_HISTORY);
        return () -> new Training(training, run, minHistory);
    }

    /** Its checks are made with those of the detector. */
    static Supplier<Past> past(Fields fields, int window, int gap, int minHistory) {
        int windows = fields.countOr("window", window);
        int left = fields.count("gap", gap);
        int least = fields.countOr("minHistory", minHistory);
        return () -> new Past(windows, left, least);
    }
}
