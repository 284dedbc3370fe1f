package com.dainostore.tenancy.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The handlers of this application by their kinds. Two of one kind stop the start. */
@ApplicationScoped
class JobHandlers {
    private final Map<String, JobHandler> byKind;

    protected JobHandlers() {
        byKind = Map.of();
    }

    @Inject
    JobHandlers(@Any Instance<JobHandler> handlers) {
        this(handlers.stream().toList());
    }

    JobHandlers(Collection<JobHandler> handlers) {
        byKind = handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::kind, Function.identity()));
    }

    Map<String, JobHandler> byKind() {
        return byKind;
    }

    JobHandler require(Job job) {
        JobHandler handler = byKind.get(job.kind());
        if (handler == null) {
            throw new IllegalStateException("Nothing handles " + job);
        }
        return handler;
    }
}
