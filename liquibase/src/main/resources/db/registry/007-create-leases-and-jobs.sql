--liquibase formatted sql

--changeset dainostore:007-create-leases-and-jobs
--comment Work that is done once per cluster: who holds it, and what waits.
CREATE TABLE leases (
    name       text PRIMARY KEY,
    holder     text NOT NULL,
    token      bigint NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE TABLE jobs (
    id            uuid PRIMARY KEY,
    store_id      text,
    kind          text NOT NULL,
    payload       jsonb NOT NULL,
    state         text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'running', 'done', 'failed')),
    priority      integer NOT NULL DEFAULT 0,
    run_at        timestamptz NOT NULL DEFAULT now(),
    attempts      integer NOT NULL DEFAULT 0,
    token         bigint NOT NULL DEFAULT 0,
    claimed_by    text,
    claimed_until timestamptz,
    error         text,
    created_at    timestamptz NOT NULL DEFAULT now(),
    finished_at   timestamptz
);
CREATE INDEX jobs_due ON jobs (coalesce(store_id, ''), priority DESC, run_at, id) WHERE state = 'ready';
CREATE INDEX jobs_running ON jobs (store_id) WHERE state = 'running';
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE state IN ('done', 'failed');
--rollback DROP TABLE jobs; DROP TABLE leases;
