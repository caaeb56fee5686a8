package org.tocsin.notify.email;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Unit;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Plain;
import org.tocsin.notify.email.MailView.Row;
import org.tocsin.phrase.Label;
import org.tocsin.phrase.Phrases;

/** What a mail says about the number, in the order a reader asks for it. */
final class MailRows {
    private final Notice notice;
    private final Phrases phrases;
    private final Wording wording;
    private final Unit unit;
    private final Kind kind;
    private List<Row> rows = new ArrayList<>();

    MailRows(Notice notice, Wording wording) {
        this.notice = notice;
        this.wording = wording;
        this.phrases = wording.phrases();
        this.unit = notice.topic().measure().unit();
        this.kind = notice.topic().measure().kind();
    }

    /** Where, against what, published when, by whom, and what others say. */
    List<Row> before() {
        rows = new ArrayList<>();
        add(Label.MARK, wording.mark());
        places();
        comparison();
        publication();
        basis();
        corroborations();
        return List.copyOf(rows);
    }

    /** What was told before, why this was told, and what it does not mean. */
    List<Row> after() {
        rows = new ArrayList<>();
        told();
        threshold();
        caution();
        return List.copyOf(rows);
    }

    private void places() {
        if (wording.gauge() != null) {
            return;
        }
        add(
                Label.PLACES,
                notice.background().places().stream()
                        .map(share -> phrases.say(
                                "place",
                                Map.of(
                                        "place", Plain.line(share.place()),
                                        "quantity", phrases.quantity(share.quantity(), unit))))
                        .collect(Collectors.joining("; ")));
    }

    private void comparison() {
        add(Label.COMPARED, wording.compared());
        if (notice.reading().revisedFrom() != null) {
            add(
                    Label.REVISED,
                    phrases.revision(
                            notice.reading().revisedFrom(), notice.reading().quantity(), unit));
        }
    }

    private void publication() {
        Notice.Publication publication = notice.origin().publication();
        String source = Plain.line(notice.origin().name());
        String published = publication.published() == null
                ? phrases.say("published_unknown", Map.of("source", source))
                : phrases.say("published", Map.of("day", phrases.day(publication.published()), "source", source));
        boolean windows = kind == Kind.FLOW || notice.reading().soFar();
        add(
                Label.PUBLISHED,
                windows
                        ? published + "; "
                                + phrases.completeness(notice.reading().soFar())
                        : published);
        add(Label.KNOWN, wording.moment(publication.knownAt()));
    }

    private void basis() {
        add(
                Label.BASIS,
                phrases.standing(
                        notice.origin().basis(), Plain.line(notice.origin().statedBy())));
    }

    private void corroborations() {
        if (wording.gauge() == Notice.Gauge.SILENT_DAYS) {
            return;
        }
        add(
                Label.CORROBORATION,
                notice.background().corroborations().stream()
                        .map(other -> phrases.say(
                                "corroboration",
                                Map.of(
                                        "source", Plain.line(other.source()),
                                        "quantity", phrases.quantity(other.quantity(), unit),
                                        "span", phrases.span(other.period(), other.kind()),
                                        "standing", phrases.standing(other.basis(), Plain.line(other.statedBy())))))
                        .collect(Collectors.joining("; ")));
    }

    private void told() {
        Notice.Told told = notice.background().told();
        if (told == null) {
            return;
        }
        BigDecimal then = told.quantity().value();
        String change =
                then == null ? "" : phrases.change(notice.reading().quantity().value(), unit, then);
        add(
                Label.TOLD,
                phrases.say(
                        wording.isSame(told) ? "told.same" : change.isEmpty() ? "told" : "told.change",
                        Map.of(
                                "day", wording.moment(told.at()),
                                "level", phrases.level(told.level().code()),
                                "quantity", wording.quantity(told.quantity()),
                                "span", phrases.span(told.period(), kind),
                                "change", change)));
    }

    private void threshold() {
        if (wording.isHeld()) {
            return;
        }
        Notice.Finding finding = notice.reading().finding();
        String rule = Plain.line(notice.alarm().ruleTitle());
        String said = finding.threshold() == null
                ? phrases.say("rule", Map.of("rule", rule))
                : phrases.say("threshold", Map.of("threshold", wording.threshold(finding.threshold()), "rule", rule));
        add(Label.THRESHOLD, finding.frequency() == null ? said : said + "; " + fires(finding.frequency()));
    }

    /** A year is spoken of where the rule has been watching for longer, and where that says something else. */
    private String fires(Notice.Frequency often) {
        LocalDate day = LocalDate.ofInstant(notice.origin().publication().knownAt(), ZoneOffset.UTC);
        boolean aYear = often.since().isBefore(day.minusYears(1)) && often.ever() > often.lastYear();
        return phrases.say(
                aYear ? "fires" : "fires.since",
                Map.of("n", often.lastYear(), "ever", often.ever(), "since", phrases.day(often.since())));
    }

    private void caution() {
        if (wording.gauge() != null) {
            return;
        }
        phrases.caution(notice.topic().measure().metric(), notice.origin().basis())
                .ifPresent(text -> add(Label.CAUTION, text));
    }

    private void add(Label label, String text) {
        if (!text.isEmpty()) {
            rows.add(new Row(phrases.label(label), text));
        }
    }
}
