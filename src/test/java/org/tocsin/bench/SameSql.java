package org.tocsin.bench;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.CrisisId;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Headline;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.crisis.Trends;
import org.tocsin.db.Login;
import org.tocsin.series.SeriesStore;

/** Takes down the statements that a trend runs, with their values in place, in their order. */
final class SameSql implements SqlLogger {
    private final List<String> statements = new ArrayList<>();

    private SameSql() {}

    static List<String> of(TrendAsked asked, Login login, Instant now) {
        SameSql taken = new SameSql();
        // with simple queries the driver shows every value as text
        Jdbi jdbi = Jdbi.create(login.url() + "?preferQueryMode=simple", login.user(), login.password())
                .installPlugin(new PostgresPlugin())
                .setSqlLogger(taken);
        Trends trends = new Trends(new SeriesStore(jdbi), new AppealStore(jdbi), new Headline(Map.of()));
        Crisis crisis =
                new CrisisStore(jdbi).find(new CrisisId("sdn")).orElseThrow().crisis();
        TrendQuestion question = trends.settled(asked.question(now));
        trends.read(crisis, question);
        trends.marks(crisis, question);
        return List.copyOf(taken.statements);
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        PreparedStatement statement = context.getStatement();
        if (statement != null) {
            statements.add(statement.toString());
        }
    }
}
