package org.tocsin.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.http.FetchRequest;

/** Where a collector's answers go, bytes as they came, before anybody reads them. */
public interface Archive {
    /**
     * Fetches one answer and keeps it.
     *
     * @return empty if the source says that nothing changed since the last answer to the same request
     * @throws FetchFailedException if there was no complete answer of status 200
     */
    Optional<Document> fetch(FetchRequest request) throws FetchFailedException;

    /**
     * Fetches one answer and keeps it, changed or not: for a page of a walk that is only whole with all its pages.
     *
     * @throws FetchFailedException if there was no complete answer of status 200
     */
    Document fetchWhole(FetchRequest request) throws FetchFailedException;

    /**
     * Asks for what is not to be kept, such as a token.
     *
     * @return the answer as UTF-8
     * @throws FetchFailedException if there was no complete answer of status 200, or one of more than 64 kB
     */
    String fetchUnkept(FetchRequest request) throws FetchFailedException;

    /**
     * Fetches answers that are read together: once one of them has changed, all are kept, so that what is read is never a part that
     * looks like a loss.
     *
     * @return all of them, or none if none has changed
     * @throws FetchFailedException if one of them could not be had
     */
    default List<Document> fetchTogether(List<FetchRequest> requests) throws FetchFailedException {
        List<FetchRequest> unchanged = new ArrayList<>();
        List<Document> kept = new ArrayList<>();
        for (FetchRequest request : requests) {
            Optional<Document> answer = fetch(request);
            if (answer.isPresent()) {
                kept.add(answer.get());
            } else {
                unchanged.add(request);
            }
        }
        if (unchanged.size() < requests.size()) {
            for (FetchRequest request : unchanged) {
                kept.add(fetchWhole(request));
            }
        }
        return kept;
    }
}
