package org.tocsin.notify.email;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Plain;
import org.tocsin.notify.email.MailView.Footer;
import org.tocsin.notify.email.MailView.Frame;
import org.tocsin.notify.email.MailView.Line;
import org.tocsin.notify.email.MailView.Link;
import org.tocsin.notify.email.MailView.Table;
import org.tocsin.phrase.Label;
import org.tocsin.phrase.Phrases;

/** Puts a notice into the words of one reader. */
final class MailPage {
    private final Notice notice;
    private final Phrases phrases;
    private final Wording wording;

    MailPage(Notice notice, Phrases phrases, ZoneId zone) {
        this.notice = notice;
        this.phrases = phrases;
        this.wording = new Wording(notice, phrases, zone);
    }

    MailView view() {
        MailRows rows = new MailRows(notice, wording);
        return new MailView(
                frame(), wording.lead(), new MailView.Rows(rows.before(), rows.after()), standing(), links(), footer());
    }

    private Frame frame() {
        return new Frame(
                phrases.locale().toLanguageTag(),
                phrases.direction(),
                wording.subject(),
                wording.level(),
                wording.occasion(),
                colour(notice.alarm().level()));
    }

    /** Each at a contrast of at least 7 to 1 with the white letters on it. */
    private static String colour(Level level) {
        return switch (level) {
            case WATCH -> "#1f4e79";
            case WARNING -> "#7a4100";
            case CRITICAL -> "#8b0000";
        };
    }

    private @Nullable Table standing() {
        if (notice.background().standing().isEmpty()) {
            return null;
        }
        List<Line> lines = notice.background().standing().stream()
                .map(line -> new Line(
                        phrases.metric(line.metric()),
                        phrases.quantity(line.quantity(), line.unit()),
                        phrases.day(line.asOf()),
                        Plain.line(line.source())))
                .toList();
        return new Table(phrases.label(Label.STANDING), lines);
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        add(links, Label.FIGURE_AT_SOURCE, notice.origin().publication().link());
        add(links, Label.TERMS, notice.origin().credit().link());
        add(links, Label.TREND, notice.links().trend());
        add(links, Label.EXPLANATION, notice.links().explanation());
        add(links, wording.isHeld() ? Label.HOLDS : Label.ALERT, notice.links().alert());
        return List.copyOf(links);
    }

    private void add(List<Link> links, Label label, @Nullable URI address) {
        String link = Plain.link(address);
        if (!link.isEmpty()) {
            links.add(new Link(phrases.label(label), link));
        }
    }

    private Footer footer() {
        Notice.Credit credit = notice.origin().credit();
        String text = phrases.label(Label.SOURCE) + ": " + Plain.line(credit.attribution()) + ". "
                + phrases.label(Label.LICENCE) + ": " + Plain.line(credit.licence()) + "."
                + (credit.nonCommercial() ? " " + phrases.label(Label.NON_COMMERCIAL) + "." : "")
                + (credit.sumsOnly() ? " " + phrases.label(Label.SUMS_ONLY) + "." : "");
        return new Footer(text, wording.whyYou());
    }
}
