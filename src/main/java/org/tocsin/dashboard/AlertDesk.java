package org.tocsin.dashboard;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Alert;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.AlertFilter;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Scoped;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Telling;
import org.tocsin.phrase.Label;
import org.tocsin.phrase.Phrases;
import org.tocsin.pipeline.AlertTelling;

/** Says what rang. */
final class AlertDesk {
    private static final int MOST_SHOWN = 50;

    private final AlertBook alerts;
    private final AlertTelling telling;
    private final CrisisStore crises;
    private final Wording wording;

    AlertDesk(AlertBook alerts, AlertTelling telling, CrisisStore crises, Wording wording) {
        this.alerts = alerts;
        this.telling = telling;
        this.crises = crises;
        this.wording = wording;
    }

    /** Open alerts of a crisis, or of all; newest first. */
    List<AlertView.Entry> open(@Nullable String crisis) {
        String scope = crisis == null ? null : Scoped.CRISIS + crisis;
        return alerts.list(new AlertFilter(true, null, scope, null, null), null, MOST_SHOWN).stream()
                .map(alert -> entry(alert, telling.last(alert.id())))
                .toList();
    }

    /** What was last told of the alert that rang last and goes on. */
    Optional<Notice> newest() {
        return alerts.list(new AlertFilter(true, null, null, null, null), null, 1).stream()
                .findFirst()
                .flatMap(alert -> telling.last(alert.id()));
    }

    Optional<Notice> told(UUID id) {
        return telling.last(id);
    }

    AlertView view(UUID id) {
        Alert alert = alerts.get(id);
        Optional<Notice> told = telling.last(id);
        return new AlertView(
                entry(alert, told),
                told.map(notice -> rows(alert, notice)).orElse(List.of()),
                alerts.events(id).stream().map(this::event).toList(),
                told.map(notice -> credit(notice.origin().credit())).orElse(null),
                links(alert, told),
                null);
    }

    private AlertView.Entry entry(Alert alert, Optional<Notice> told) {
        return new AlertView.Entry(
                alert.id().toString(),
                wording.phrases().level(alert.standing().level().code()),
                alert.standing().level().code(),
                words(alert.standing().state().code()),
                crises.scoped(alert.key().scope()).name(),
                told.map(wording::sentence).orElse("rule " + alert.key().rule()),
                wording.moment(alert.standing().openedAt()));
    }

    private List<AlertView.Row> rows(Alert alert, Notice notice) {
        Phrases phrases = wording.phrases();
        Notice.Origin origin = notice.origin();
        String by = origin.statedBy() == null ? "" : origin.statedBy();
        List<AlertView.Row> rows = new ArrayList<>();
        Telling told = new Telling(notice, phrases);
        add(rows, phrases.label(Label.MARK), told.mark());
        add(rows, phrases.label(Label.COMPARED), told.compared());
        add(
                rows,
                phrases.label(Label.THRESHOLD),
                told.threshold(alert.told().threshold()) + ", rule \u201c"
                        + notice.alarm().ruleTitle() + "\u201d");
        add(rows, phrases.label(Label.SOURCE), origin.name());
        add(
                rows,
                phrases.label(Label.PUBLISHED),
                origin.publication().published() == null
                        ? ""
                        : phrases.day(origin.publication().published()));
        add(
                rows,
                phrases.label(Label.KNOWN),
                wording.moment(origin.publication().knownAt()));
        add(rows, phrases.label(Label.BASIS), phrases.standing(origin.basis(), by));
        if (notice.reading().finding().gauge() == null) {
            phrases.caution(notice.topic().measure().metric(), origin.basis())
                    .ifPresent(caution -> add(rows, phrases.label(Label.CAUTION), caution));
        }
        notice.background()
                .standing()
                .forEach(line -> add(
                        rows,
                        phrases.metric(line.metric()),
                        phrases.quantity(line.quantity(), line.unit()) + ", " + phrases.day(line.asOf()) + ", "
                                + line.source()));
        Alert.Acknowledgement seen = alert.acknowledgement();
        add(rows, "Acknowledged", seen == null ? "" : wording.moment(seen.at()));
        return rows;
    }

    private static void add(List<AlertView.Row> rows, String label, String text) {
        if (!text.isEmpty()) {
            rows.add(new AlertView.Row(label, text));
        }
    }

    /** Who did it is for those with a key: a page names steps, not people. */
    private AlertView.Event event(AlertEvent event) {
        boolean step = event.trace().decision() != null || event.told();
        return new AlertView.Event(
                wording.moment(event.trace().at()),
                words(event.kind().code()),
                wording.phrases().level(event.level().code()),
                words(event.trace().reason()),
                step ? event.trace().actor() : "a person");
    }

    private AlertView.Credit credit(Notice.Credit credit) {
        return new AlertView.Credit(
                credit.attribution(),
                credit.licence(),
                credit.nonCommercial() ? wording.phrases().label(Label.NON_COMMERCIAL) : "",
                credit.sumsOnly() ? wording.phrases().label(Label.SUMS_ONLY) : "");
    }

    private List<AlertView.Link> links(Alert alert, Optional<Notice> told) {
        Phrases phrases = wording.phrases();
        String api = "/api/v1/alerts/" + alert.id();
        List<AlertView.Link> links = new ArrayList<>();
        links.add(new AlertView.Link(phrases.label(Label.EXPLANATION), api + "/explanation"));
        links.add(new AlertView.Link("This alert as JSON", api));
        told.ifPresent(notice -> {
            URI page = notice.links().trend();
            if (page != null) {
                links.add(new AlertView.Link(phrases.label(Label.TREND), page.getPath() + "?" + page.getQuery()));
            }
            String source = Wording.link(notice.origin().publication().link());
            if (!source.isEmpty()) {
                links.add(new AlertView.Link(phrases.label(Label.FIGURE_AT_SOURCE), source));
            }
        });
        return links;
    }

    private static String words(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
