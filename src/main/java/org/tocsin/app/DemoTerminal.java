package org.tocsin.app;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Occasion;
import org.tocsin.notify.Telling;
import org.tocsin.phrase.Phrases;
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
        Telling telling = new Telling(notice, phrases);
        Notice.Finding finding = notice.reading().finding();
        StringBuilder text = new StringBuilder(telling.headline());
        if (finding.comparison() != null && notice.alarm().occasion() != Occasion.STOOD_DOWN) {
            text.append("; ").append(telling.comparison());
        } else if (finding.threshold() != null) {
            text.append("; threshold ").append(telling.threshold(finding.threshold()));
        }
        return text.append(" [").append(notice.origin().name()).append(']').toString();
    }
}
