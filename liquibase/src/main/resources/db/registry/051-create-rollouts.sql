--liquibase formatted sql

--changeset dainostore:051-create-rollouts
--comment Who has a feature where the store has no say of its own: everybody, or a share of all stores.
CREATE TABLE rollouts (
    flag       text PRIMARY KEY,
    by_default boolean NOT NULL,
    percentage integer NOT NULL CHECK (percentage BETWEEN 0 AND 100),
    changed_at timestamptz NOT NULL DEFAULT now()
);
--rollback DROP TABLE rollouts;
