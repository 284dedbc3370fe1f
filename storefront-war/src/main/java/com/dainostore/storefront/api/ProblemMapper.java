package com.dainostore.storefront.api;

import com.dainostore.tenancy.door.Passage;
import com.dainostore.tenancy.door.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns whatever a resource throws into a problem document; the one place of the APIs where exceptions end. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        return thrown instanceof WebApplicationException decided
                        && decided.getResponse().getStatus() < 500
                ? of(decided.getResponse())
                : answer(Response.serverError(), Passage.of(request).problem(thrown));
    }

    /** What the runtime decided keeps its status and headers; only its words are ours. */
    private Response of(Response decided) {
        return decided.getStatus() < 400
                ? decided
                : answer(Response.fromResponse(decided), Problem.of(decided.getStatus()));
    }

    private Response answer(Response.ResponseBuilder response, Problem problem) {
        response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.toJson(Passage.of(request).requestId()));
        if (problem.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, problem.retryAfter());
        }
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
