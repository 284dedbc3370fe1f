--liquibase formatted sql

--changeset dainostore:032-create-links
--comment Addresses that were mailed to somebody and work once, on one host: to join, to choose another password or e-mail.
CREATE TABLE links (
    hash       bytea PRIMARY KEY,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    account_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    purpose    text NOT NULL CHECK (purpose IN ('join', 'reset', 'email')),
    host       text NOT NULL,
    email      text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    CONSTRAINT links_one_of_a_kind UNIQUE (account_id, purpose)
);
ALTER TABLE links ENABLE ROW LEVEL SECURITY;
ALTER TABLE links FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON links
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE links;
