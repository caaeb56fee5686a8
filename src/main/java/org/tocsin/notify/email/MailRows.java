package org.tocsin.notify.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Unit;
import org.tocsin.notify.Notice;
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
    private final List<Row> rows = new ArrayList<>();

    MailRows(Notice notice, Wording wording) {
        this.notice = notice;
        this.wording = wording;
        this.phrases = wording.phrases();
        this.unit = notice.topic().measure().unit();
        this.kind = notice.topic().measure().kind();
    }

    List<Row> list() {
        places();
        comparison();
        publication();
        basis();
        corroborations();
        told();
        threshold();
        caution();
        return List.copyOf(rows);
    }

    private void places() {
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
        add(Label.COMPARED, wording.comparison());
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
        add(
                Label.PUBLISHED,
                published + "; " + phrases.completeness(notice.reading().soFar()));
        add(Label.KNOWN, wording.moment(publication.knownAt()));
    }

    private void basis() {
        add(
                Label.BASIS,
                phrases.standing(
                        notice.origin().basis(), Plain.line(notice.origin().statedBy())));
    }

    private void corroborations() {
        add(
                Label.CORROBORATION,
                notice.background().corroborations().stream()
                        .map(other -> phrases.say(
                                "corroboration",
                                Map.of(
                                        "source", Plain.line(other.source()),
                                        "quantity", phrases.quantity(other.quantity(), unit),
                                        "span", phrases.span(other.period(), kind))))
                        .collect(Collectors.joining("; ")));
    }

    private void told() {
        Notice.Told told = notice.background().told();
        if (told != null) {
            add(
                    Label.TOLD,
                    phrases.say(
                            "told",
                            Map.of(
                                    "day", wording.moment(told.at()),
                                    "quantity", phrases.quantity(told.quantity(), unit),
                                    "span", phrases.span(told.period(), kind))));
        }
    }

    private void threshold() {
        Notice.Finding finding = notice.reading().finding();
        String rule = Plain.line(notice.alarm().ruleTitle());
        if (finding.threshold() == null) {
            add(Label.THRESHOLD, phrases.say("rule", Map.of("rule", rule)));
            return;
        }
        String threshold = phrases.amount(finding.threshold(), unit);
        add(
                Label.THRESHOLD,
                finding.firedLastYear() == null
                        ? phrases.say("threshold", Map.of("threshold", threshold, "rule", rule))
                        : phrases.say(
                                "threshold_fires",
                                Map.of("threshold", threshold, "rule", rule, "n", finding.firedLastYear())));
    }

    private void caution() {
        phrases.caution(notice.topic().measure().metric(), notice.origin().basis())
                .ifPresent(text -> add(Label.CAUTION, text));
    }

    private void add(Label label, String text) {
        if (!text.isEmpty()) {
            rows.add(new Row(phrases.label(label), text));
        }
    }
}
