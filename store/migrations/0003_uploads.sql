-- 0003_uploads.sql
-- A draft that a person has edited in Word waits with the words of the act until the document keeps it as a version.
alter table note add column attachment bytea;
-- A version that came as a file: registration writes into it, the template is not rendered again.
alter table document_version add column uploaded boolean not null default false;
