package org.tocsin.collect.acled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.http.FetchRequest;

/**
 * Asks with a token, and for a new one when the old one has ended; neither it nor the password is archived or told to anybody.
 *
 * <p>The form is that of OAuth 2.0 (RFC 6749, sections 4.3.2 and 6), as ACLED describes it.
 */
final class Session {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final URI tokens;
    private final Account account;
    private final Archive archive;
    private String access = "";
    private String refresh = "";

    Session(URI tokens, Account account, Archive archive) {
        this.tokens = tokens;
        this.account = account;
        this.archive = archive;
    }

    /**
     * Fetches one answer, with a new token where the first is not taken.
     *
     * @throws FetchFailedException with reason {@code access} if a token that is good opens nothing
     */
    Document fetch(FetchRequest request) throws FetchFailedException {
        if (access.isEmpty()) {
            begin();
        }
        try {
            return archive.fetchWhole(signed(request));
        } catch (FetchFailedException e) {
            if (e.status() != UNAUTHORIZED) {
                throw e.status() == FORBIDDEN ? closed(FORBIDDEN) : e;
            }
        }
        renew();
        try {
            return archive.fetchWhole(signed(request));
        } catch (FetchFailedException e) {
            throw e.status() == UNAUTHORIZED || e.status() == FORBIDDEN ? closed(e.status()) : e;
        }
    }

    /** What to say when the account is known and its data are shut. */
    static FetchFailedException closed(int status) {
        return new FetchFailedException(
                "access",
                status,
                "the account is known to ACLED but may not read event data (" + status
                        + "): ask ACLED to grant it access to the API, or take this source out of the settings");
    }

    private FetchRequest signed(FetchRequest request) {
        return request.withSecretHeader("Authorization", "Bearer " + access);
    }

    private void begin() throws FetchFailedException {
        ask(Map.of(
                "grant_type", "password",
                "client_id", "acled",
                "scope", "authenticated",
                "username", account.username(),
                "password", account.password()));
    }

    private void renew() throws FetchFailedException {
        if (!refresh.isEmpty()) {
            try {
                ask(Map.of("grant_type", "refresh_token", "client_id", "acled", "refresh_token", refresh));
                return;
            } catch (FetchFailedException e) {
                if (!"access".equals(e.reason())) {
                    throw e;
                }
            }
        }
        begin();
    }

    private void ask(Map<String, String> form) throws FetchFailedException {
        FetchRequest request = FetchRequest.post(
                        AcledCollector.ID.value(), tokens, "application/x-www-form-urlencoded", encoded(form))
                .withSecretParameter("username")
                .withSecretParameter("password")
                .withSecretParameter("refresh_token")
                .withHeader("Accept", "application/json");
        String answer;
        try {
            answer = archive.fetchUnkept(request);
        } catch (FetchFailedException e) {
            throw refused(e);
        }
        JsonNode token = tree(answer);
        access = token.path("access_token").asText("");
        refresh = token.path("refresh_token").asText("");
        if (!access.matches("[\\x21-\\x7e]+")) {
            throw new FetchFailedException("unreadable", "what came in place of a token is none");
        }
    }

    /** Without the far end's words, which may repeat what was sent. */
    private static FetchFailedException refused(FetchFailedException e) {
        int status = e.status();
        return status == BAD_REQUEST || status == UNAUTHORIZED || status == FORBIDDEN
                ? new FetchFailedException(
                        "access", status, "ACLED gives no token (" + status + "): check account.username and password")
                : new FetchFailedException(e.reason(), status, "no token could be had, status " + status);
    }

    private static JsonNode tree(String answer) throws FetchFailedException {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            // Its message quotes the answer.
            throw new FetchFailedException("unreadable", "what came in place of a token is not JSON");
        }
    }

    private static String encoded(Map<String, String> form) {
        return new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
