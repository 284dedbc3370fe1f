--liquibase formatted sql

--changeset dainostore:030-create-roles
--comment Roles that the store made for itself, as "area:level", and people who were sent away but whose name remains.
CREATE TABLE roles (
    id          uuid PRIMARY KEY,
    store_id    text NOT NULL DEFAULT current_setting('app.store_id'),
    name        text NOT NULL CHECK (name <> ''),
    permissions text[] NOT NULL,
    version     bigint NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX roles_name ON roles (lower(name));
ALTER TABLE roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE roles FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON roles
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
ALTER TABLE people DROP CONSTRAINT people_role_check;
ALTER TABLE people ADD role_id uuid REFERENCES roles (id);
ALTER TABLE people ADD deactivated_at timestamptz;
ALTER TABLE people ADD CONSTRAINT people_role_check CHECK (
    role IN ('owner', 'admin', 'manager', 'staff', 'read_only', 'custom') AND (role = 'custom') = (role_id IS NOT NULL));
CREATE INDEX people_role ON people (role_id) WHERE role_id IS NOT NULL;
--rollback DELETE FROM people WHERE role = 'custom'; ALTER TABLE people DROP CONSTRAINT people_role_check; ALTER TABLE people DROP deactivated_at; ALTER TABLE people DROP role_id; ALTER TABLE people ADD CONSTRAINT people_role_check CHECK (role IN ('owner', 'admin', 'manager', 'staff', 'read_only')); DROP TABLE roles;
