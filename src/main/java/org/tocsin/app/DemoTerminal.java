package org.tocsin.app;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.figure.Unit;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Occasion;
import org.tocsin.phrase.Fact;
import org.tocsin.phrase.Phrases;
import org.tocsin.phrase.Where;
import org.tocsin.pipeline.WatchStep;

/** Tells each alert on the terminal as it fires: level, crisis, number and comparison, and where to look. */
final class DemoTerminal implements WatchStep.Witness {
    private final PrintStream out;
    private final InstantSource clock;
    private final String address;
    private final Phrases phrases = Phrases.in(Locale.ENGLISH);
    private final List<Notice> opened = new ArrayList<>();

    DemoTerminal(PrintStream out, InstantSource clock, String address) {
        this.out = out;
        this.clock = clock;
        this.address = address;
    }

    @Override
    public synchronized void saw(Notice notice) {
        Notice.Topic topic = notice.topic();
        String scope = scope(topic);
        if (notice.alarm().occasion() == Occasion.OPENED) {
            opened.add(notice);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        out.printf(
                "%s  %-8s  %-4s  %-11s  %s%n",
                today,
                notice.alarm().level().code(),
                scope,
                notice.alarm().occasion().code(),
                sentence(notice));
        if (notice.alarm().occasion() == Occasion.OPENED) {
            out.printf("            look at %s%n", look(scope, topic));
        }
    }

    /** How many alerts opened, by crisis or country. */
    synchronized Map<String, Integer> byScope() {
        Map<String, Integer> counts = new TreeMap<>();
        opened.forEach(notice -> counts.merge(scope(notice.topic()), 1, Integer::sum));
        return counts;
    }

    /** The alerts that opened, in order. */
    synchronized List<Notice> opened() {
        return List.copyOf(opened);
    }

    private static String scope(Notice.Topic topic) {
        String crisis = topic.scope().crisis();
        return crisis == null ? topic.scope().countries().get(0) : crisis;
    }

    private String look(String scope, Notice.Topic topic) {
        String metric = topic.measure().metric().code();
        return topic.scope().crisis() == null ? address + "/" : address + "/crises/" + scope + "?metric=" + metric;
    }

    private String sentence(Notice notice) {
        Notice.Topic topic = notice.topic();
        Notice.Reading reading = notice.reading();
        Unit unit = topic.measure().unit();
        Fact fact = new Fact(
                topic.measure(),
                topic.population(),
                topic.cause(),
                Where.in(topic.scope().name()),
                reading.quantity(),
                reading.period());
        StringBuilder text = new StringBuilder(phrases.headline(fact));
        Notice.Comparison against = reading.finding().comparison();
        if (against != null && notice.alarm().occasion() != Occasion.STOOD_DOWN) {
            BigDecimal now = reading.quantity().value();
            String span = span(against, reading.period(), topic.measure().kind());
            text.append("; ").append(phrases.comparison(now, unit, against.value(), span));
        } else if (reading.finding().threshold() != null) {
            text.append("; threshold ").append(phrases.amount(reading.finding().threshold(), unit));
        }
        return text.append(" [").append(notice.origin().name()).append(']').toString();
    }

    private String span(Notice.Comparison against, Period judged, Kind kind) {
        return phrases.asKnown(days(against, judged, kind), against.knownAfterDays());
    }

    private String days(Notice.Comparison against, Period judged, Kind kind) {
        if (against.usual()) {
            return phrases.usual(judged, against.period());
        }
        return against.period().equals(judged) ? phrases.peers() : phrases.span(against.period(), kind);
    }
}
