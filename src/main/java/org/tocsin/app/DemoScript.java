package org.tocsin.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;
import org.tocsin.report.ChangeStatement;
import org.tocsin.series.Merge;

/** What the replay replays: real figures of 2010 to 2025, each at the day it became known, in order. */
final class DemoScript {
    static final LocalDate START = LocalDate.of(2022, 1, 1);
    static final LocalDate END = LocalDate.of(2025, 2, 8);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalTime NOON = LocalTime.NOON;
    private static final int PUBLISHED_ON = 20;

    /** Until then the table knows no better than that a row was there. */
    private static final LocalDate IDPS_LOADED = LocalDate.of(2022, 9, 27);

    private static final String FIGURES =
            "source,record,stated_by,metric,kind,country,population,cause,basis,start,end,value,"
                    + "qualifier,published,url\n";

    private DemoScript() {}

    /** Everything in the order in which it became known. */
    static List<DemoBatch> batches() {
        return Stream.of(killedByMonth(), killedOverLonger(), toll(), idps(), appeals(), reports())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(DemoBatch::known)
                        .thenComparing(batch -> batch.source().value()))
                .toList();
    }

    /** History up to the start in one load; then each month on the 20th of the next. */
    private static List<DemoBatch> killedByMonth() {
        Map<LocalDate, StringBuilder> byDay = new TreeMap<>();
        for (Map<String, String> row : DemoTable.rows("ucdp-killed-by-month.csv")) {
            for (int month = 1; month <= 12; month++) {
                String killed = row.getOrDefault("m%02d".formatted(month), "");
                if (!killed.isEmpty()) {
                    YearMonth of = YearMonth.of(Integer.parseInt(row.getOrDefault("year", "")), month);
                    LocalDate published = of.plusMonths(1).atDay(PUBLISHED_ON);
                    LocalDate known = published.isBefore(START) ? START : published;
                    lines(byDay, known)
                            .append(killed(row.getOrDefault("country", ""), of.atDay(1), of.atEndOfMonth(), killed));
                }
            }
        }
        return tables(byDay, "ucdp", "demo:ucdp-killed-by-month.csv", Merge.Telling.BY_AGE);
    }

    private static List<DemoBatch> killedOverLonger() {
        Map<LocalDate, StringBuilder> byDay = new TreeMap<>();
        for (Map<String, String> row : DemoTable.rows("ucdp-killed-long-periods.csv")) {
            LocalDate known = LocalDate.parse(row.getOrDefault("known", ""));
            lines(byDay, known.isBefore(START) ? START : known)
                    .append(killed(
                            row.getOrDefault("country", ""),
                            LocalDate.parse(row.getOrDefault("start", "")),
                            LocalDate.parse(row.getOrDefault("end", "")),
                            row.getOrDefault("killed", "")));
        }
        return tables(byDay, "ucdp", "demo:ucdp-killed-long-periods.csv", Merge.Telling.BY_AGE);
    }

    private static String killed(String country, LocalDate start, LocalDate end, String value) {
        return "ucdp,%s-%s-%s,,killed,flow,%s,all,conflict,estimated,%s,%s,%s,estimated,,%n"
                .formatted(country, start, end, country, start, end, value)
                .replace("\r", "");
    }

    private static List<DemoBatch> toll() {
        Map<LocalDate, StringBuilder> byDay = new TreeMap<>();
        for (Map<String, String> row : DemoTable.rows("ohchr-ukraine.csv")) {
            StringBuilder lines = lines(byDay, LocalDate.parse(row.getOrDefault("known", "")));
            for (String metric : List.of("killed", "injured")) {
                if (!row.getOrDefault(metric, "").isEmpty()) {
                    lines.append(
                            "ohchr,ukr-%s-%s,OHCHR,%s,cumulative,UKR,civilians,conflict,verified,2022-02-24,%s,%s,at_least,%s,\"%s\"\n"
                                    .formatted(
                                            metric,
                                            row.getOrDefault("as_of", ""),
                                            metric,
                                            row.getOrDefault("as_of", ""),
                                            row.getOrDefault(metric, ""),
                                            row.getOrDefault("published", ""),
                                            row.getOrDefault("url", "")));
                }
            }
        }
        return tables(byDay, "ohchr", "demo:ohchr-ukraine.csv", Merge.Telling.NEWS);
    }

    private static List<DemoBatch> idps() {
        Map<LocalDate, StringBuilder> byDay = new TreeMap<>();
        for (Map<String, String> row : DemoTable.rows("unhcr-myanmar-idps.csv")) {
            String asOf = row.getOrDefault("as_of", "");
            LocalDate known = LocalDate.parse(row.getOrDefault("known", ""));
            lines(byDay, known.isBefore(IDPS_LOADED) ? IDPS_LOADED : known)
                    .append(
                            "unhcr,mmr-idps-%s,UNHCR,idps,stock,MMR,all,conflict,estimated,%s,%s,%s,estimated,%s,\"%s\"\n"
                                    .formatted(
                                            asOf,
                                            asOf,
                                            asOf,
                                            row.getOrDefault("idps", ""),
                                            asOf,
                                            row.getOrDefault("url", "")));
        }
        return tables(byDay, "unhcr", "demo:unhcr-myanmar-idps.csv", Merge.Telling.BY_AGE);
    }

    /** Reports are told by people, so they are news; the table is in the form of figure import already. */
    private static List<DemoBatch> reports() {
        Map<LocalDate, StringBuilder> byDay = new TreeMap<>();
        List<Map<String, String>> rows = DemoTable.rows("reports.csv");
        List<String> columns = List.copyOf(rows.get(0).keySet());
        for (Map<String, String> row : rows) {
            StringBuilder lines = byDay.computeIfAbsent(
                    LocalDate.parse(row.getOrDefault("known", "")),
                    day -> new StringBuilder(String.join(",", columns)).append('\n'));
            lines.append(String.join(
                            ",",
                            columns.stream()
                                    .map(column -> quoted(row.getOrDefault(column, "")))
                                    .toList()))
                    .append('\n');
        }
        return tables(byDay, "reports", "demo:reports.csv", Merge.Telling.NEWS);
    }

    /** Changes told in percent, and when they became known. */
    static Map<ChangeStatement, Instant> changes() {
        Map<ChangeStatement, Instant> changes = new LinkedHashMap<>();
        for (Map<String, String> row : DemoTable.rows("change-statements.csv")) {
            ChangeStatement said = new ChangeStatement(
                    row.getOrDefault("record", ""),
                    new ChangeStatement.Subject(
                            Metric.of(row.getOrDefault("metric", "")),
                            Place.country(row.getOrDefault("country", "")),
                            Population.of(row.getOrDefault("population", "")),
                            new Cause(row.getOrDefault("cause", ""))),
                    new ChangeStatement.Change(
                            ChangeStatement.Direction.valueOf(
                                    row.getOrDefault("direction", "").toUpperCase(Locale.ROOT)),
                            new BigDecimal(row.getOrDefault("percent", "")),
                            LocalDate.parse(row.getOrDefault("since", "")),
                            row.get("base")),
                    new ChangeStatement.Saying(
                            row.getOrDefault("stated_by", ""),
                            LocalDate.parse(row.getOrDefault("published", "")),
                            row.get("note")),
                    null);
            changes.put(said, at(LocalDate.parse(row.getOrDefault("known", ""))));
        }
        return changes;
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The plans of each recording, as the source's own answer would have them. */
    private static List<DemoBatch> appeals() {
        Map<LocalDate, ArrayNode> byDay = new TreeMap<>();
        for (Map<String, String> row : DemoTable.rows("fts-2022.csv")) {
            byDay.computeIfAbsent(LocalDate.parse(row.getOrDefault("recorded_on", "")), day -> JSON.createArrayNode())
                    .add(plan(row));
        }
        List<DemoBatch> batches = new ArrayList<>();
        byDay.forEach((day, plans) -> {
            ObjectNode answer = JSON.createObjectNode().put("status", "ok");
            answer.putObject("data").set("plans", plans);
            batches.add(new DemoBatch(
                    at(day),
                    new SourceId("fts"),
                    URI.create("https://api.hpc.tools/v2/fts/flow/plan/overview/progress/2022"),
                    Merge.Telling.BY_AGE,
                    answer.toString()));
        });
        return batches;
    }

    private static ObjectNode plan(Map<String, String> row) {
        ObjectNode plan = JSON.createObjectNode()
                .put("id", Integer.parseInt(row.getOrDefault("plan", "")))
                .put("code", row.get("code"))
                .put("name", row.get("name"))
                .put("startDate", row.get("start"))
                .put("endDate", row.get("end"));
        plan.putObject("planType").put("name", row.get("type")).put("includeTotals", true);
        plan.putArray("countries").addObject().put("iso3", row.get("country"));
        number(plan.putObject("requirements"), "revisedRequirements", row.getOrDefault("required", ""));
        number(plan.putObject("funding"), "totalFunding", row.getOrDefault("received", ""));
        ObjectNode caseload = plan.putArray("caseLoads").addObject();
        caseload.put("customReference", "1");
        ArrayNode totals = caseload.putArray("totals");
        number(totals.addObject().put("type", "inNeed"), "value", row.getOrDefault("people_in_need", ""));
        number(totals.addObject().put("type", "target"), "value", row.getOrDefault("people_targeted", ""));
        return plan;
    }

    private static void number(ObjectNode node, String field, String value) {
        if (value.isEmpty()) {
            node.putNull(field);
        } else {
            node.put(field, new BigDecimal(value));
        }
    }

    private static StringBuilder lines(Map<LocalDate, StringBuilder> byDay, LocalDate known) {
        return byDay.computeIfAbsent(known, day -> new StringBuilder(FIGURES));
    }

    private static List<DemoBatch> tables(
            Map<LocalDate, StringBuilder> byDay, String source, String from, Merge.Telling telling) {
        List<DemoBatch> batches = new ArrayList<>();
        byDay.forEach((day, lines) ->
                batches.add(new DemoBatch(at(day), new SourceId(source), URI.create(from), telling, lines.toString())));
        return batches;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(NOON).toInstant(ZoneOffset.UTC);
    }
}
