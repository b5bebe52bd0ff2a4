-- Runs once, when PostgreSQL makes its database: the owner of the schema, and the lesser role that serves and works, which can
-- add to the audit log and not change it. docs/guides/operate.md tells more ("The database").
\set owner_password `cat "$DSR_OWNER_PASSWORD_FILE"`
\set application_password `cat "$DSR_APPLICATION_PASSWORD_FILE"`
create role dsr_owner login password :'owner_password';
create role dsr_app login password :'application_password';
grant dsr_app to dsr_owner;
alter database dsr owner to dsr_owner;
