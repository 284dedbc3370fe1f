package com.dainostore.tenancy.jobs;

import jakarta.enterprise.context.RequestScoped;

/** The job that the current scope runs for, where it runs for one. */
@RequestScoped
public class CurrentJob {
    private String kind = "";

    void enter(Job job) {
        kind = job.kind();
    }

    /** The kind of the job; empty where no job runs. */
    public String kind() {
        return kind;
    }
}
