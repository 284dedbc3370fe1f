--liquibase formatted sql

--changeset dainostore:090-try-mails-again
--comment Mails can be taken back, and tried again by hand: the work of another turn, so that never two deliver one mail.
ALTER TABLE mails DROP CONSTRAINT mails_state_check;
ALTER TABLE mails ADD CONSTRAINT mails_state_check CHECK (state IN ('waiting', 'sent', 'failed', 'cancelled'));
ALTER TABLE mails ADD CONSTRAINT mails_cancelled_are_not_kept CHECK (state <> 'cancelled' OR body IS NULL);
ALTER TABLE mails ADD COLUMN turn integer NOT NULL DEFAULT 0;
--rollback ALTER TABLE mails DROP COLUMN turn, DROP CONSTRAINT mails_cancelled_are_not_kept, DROP CONSTRAINT mails_state_check; UPDATE mails SET state = 'failed' WHERE state = 'cancelled'; ALTER TABLE mails ADD CONSTRAINT mails_state_check CHECK (state IN ('waiting', 'sent', 'failed'));
