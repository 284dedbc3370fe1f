--liquibase formatted sql

--changeset dainostore:070-create-mails
--comment What the platform itself writes to people. The body lies here sealed with the platform's key until the mail is sent or useless.
CREATE TABLE mails (
    id            uuid PRIMARY KEY,
    kind          text NOT NULL,
    recipient     text NOT NULL,
    subject       text NOT NULL,
    body          bytea,
    state         text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts      integer NOT NULL DEFAULT 0,
    error         text,
    useful_until  timestamptz NOT NULL,
    claimed_by    uuid,
    claimed_until timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now(),
    sent_at       timestamptz,
    CONSTRAINT mails_sent_at CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CONSTRAINT mails_sent_are_not_kept CHECK (state <> 'sent' OR body IS NULL)
);
CREATE INDEX mails_newest ON mails (created_at DESC, id);
CREATE INDEX mails_with_body ON mails (useful_until) WHERE body IS NOT NULL;
--rollback DROP TABLE mails;
