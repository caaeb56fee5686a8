package org.tocsin.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.collect.Failure;
import org.tocsin.pipeline.PostStep;

/** Takes in batches of figures that programs post. */
final class FigurePen {
    private static final String PATH = "/api/v1/figures";
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int OUR_FAULT = 500;

    private final PostStep step;
    private final Audit audit;
    private final Once once;

    FigurePen(PostStep step, Audit audit, Once once) {
        this.step = step;
        this.audit = audit;
        this.once = once;
    }

    /** Merges a batch as one run; a repeat under the same key is answered and not merged. */
    Once.Reply post(InputStream in, @Nullable String key, Actor by) throws IOException {
        byte[] body = Body.bytes(in);
        PostedFigures batch = PostedFigures.read(body, step.sources());
        return once.reply(by, key, "POST " + PATH, body, () -> merge(batch, body, by));
    }

    private Once.Reply merge(PostedFigures batch, byte[] body, Actor by) {
        PostStep.Posting posting = new PostStep.Posting(batch.source(), PATH, batch.history());
        PostStep.Posted posted = step.take(
                posting,
                body,
                run -> audit.record(
                        by,
                        "figures.post",
                        String.valueOf(run),
                        Map.of(
                                "source", batch.source().value(),
                                "rows", batch.records().size(),
                                "history", batch.history())));
        BatchAnswer answer = BatchAnswer.from(posted, batch);
        Failure failure = posted.run().failure();
        if (failure == null) {
            return new Once.Reply(OK, AnswerWriter.text(answer));
        }
        Problem problem = answer.accepted() == 0
                ? Problem.of(UNPROCESSABLE, "no row is a figure").with("items", answer.items())
                : Problem.of(OUR_FAULT, "nothing was merged, post it again: " + failure.reason());
        return new Once.Reply(problem.status(), AnswerWriter.text(problem.with("run", answer.run())));
    }
}
