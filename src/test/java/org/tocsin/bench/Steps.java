package org.tocsin.bench;

import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Prints how long each statement of a merge took, so that one sees where the time goes. */
final class Steps implements SqlLogger {
    private static final long WORTH_TELLING_MILLIS = 20;
    private static final int WIDTH = 60;

    @Override
    public void logAfterExecution(StatementContext context) {
        String sql = context.getRawSql();
        long millis = context.getElapsedTime(ChronoUnit.MILLIS);
        if (sql != null && millis >= WORTH_TELLING_MILLIS) {
            String line = sql.strip().replaceAll("\\s+", " ");
            System.out.printf("%8d ms  %s%n", millis, line.substring(0, Math.min(WIDTH, line.length())));
        }
    }
}
