package org.tocsin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.NoSuchAlertException;
import org.tocsin.alert.NoSuchDecisionException;
import org.tocsin.alert.NoSuchRuleException;
import org.tocsin.alert.ProvisionedRuleException;
import org.tocsin.collect.NoSuchRunException;
import org.tocsin.collect.NotCollectedException;
import org.tocsin.crisis.NoSuchScopeException;
import org.tocsin.pipeline.NoSuchHoldException;
import org.tocsin.report.Candidate;
import org.tocsin.report.CandidateDecidedException;
import org.tocsin.report.NoSuchCandidateException;
import org.tocsin.report.NoSuchReportException;

/** The one place where an exception becomes an answer; what nobody expected is logged under a number and says no more. */
@Provider
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger log = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = problem(failure);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (failure instanceof NotAllowedException refused) {
            response.header(HttpHeaders.ALLOW, refused.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException named) {
            return named.problem();
        }
        if (failure instanceof NoSuchAlertException
                || failure instanceof NoSuchDecisionException
                || failure instanceof NoSuchRuleException
                || failure instanceof NoSuchScopeException
                || failure instanceof NoSuchHoldException
                || failure instanceof NoSuchReportException
                || failure instanceof NoSuchCandidateException
                || failure instanceof NoSuchRunException) {
            return Problem.of(Response.Status.NOT_FOUND.getStatusCode(), String.valueOf(failure.getMessage()));
        }
        if (failure instanceof NotCollectedException unasked) {
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), String.valueOf(failure.getMessage()))
                    .with("setting", unasked.setting());
        }
        if (failure instanceof ProvisionedRuleException) {
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), String.valueOf(failure.getMessage()));
        }
        if (failure instanceof CandidateDecidedException decided) {
            Candidate.Standing now = decided.now().standing();
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), String.valueOf(failure.getMessage()))
                    .with("state", now.state().code())
                    .with("version", now.version());
        }
        if (failure instanceof JsonProcessingException malformed) {
            return Problem.of(
                    Response.Status.BAD_REQUEST.getStatusCode(),
                    "the body is not JSON: " + malformed.getOriginalMessage());
        }
        return failure instanceof WebApplicationException web ? web(web) : unexpected(failure);
    }

    private static Problem web(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 404 -> Problem.of(status, "there is nothing at this path");
            case 405 -> Problem.of(status, "this path does not take this method");
            case 406 -> Problem.of(status, "this path does not answer in the media type that was asked for");
            case 415 -> Problem.of(status, "this path does not take a body of this media type");
            default -> status < 500 ? Problem.of(status, String.valueOf(failure.getMessage())) : unexpected(failure);
        };
    }

    private static Problem unexpected(Throwable failure) {
        UUID number = UUID.randomUUID();
        log.error("request failed number={}", number, failure);
        return Problem.of(500, "this is our fault; it is in our log under " + number)
                .with("number", number);
    }
}
