-- Roles and database of Samenhang on PostgreSQL 15 or newer. Run once, as superuser:
--
--     psql --file=deploy/postgresql/rollen.sql postgres
--
-- Then give each role that logs in a password (\password samenhang_app), add pg_hba.conf, and migrate as the owner.
-- Running it again changes nothing that stands.

\set ON_ERROR_STOP on

SELECT format('CREATE ROLE %I LOGIN', naam)
FROM unnest(ARRAY['samenhang_eigenaar', 'samenhang_app', 'samenhang_zegel', 'samenhang_kopie']) AS naam
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = naam)
\gexec

-- The owner makes and changes the tables and clears destroyed bytes. Row-level security holds for him too.
ALTER ROLE samenhang_eigenaar NOSUPERUSER NOCREATEROLE NOBYPASSRLS;
-- The application: rows only, and of category tables only those that a decision opened.
ALTER ROLE samenhang_app NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- The sealer: the logs and the seal on them, no category table at all.
ALTER ROLE samenhang_zegel NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- The backup: reads everything, writes nothing. pg_hba.conf keeps it on the database host.
ALTER ROLE samenhang_kopie NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS CONNECTION LIMIT 2;
ALTER ROLE samenhang_kopie SET default_transaction_read_only = on;
GRANT pg_read_all_data TO samenhang_kopie;

SELECT 'CREATE DATABASE samenhang OWNER samenhang_eigenaar ENCODING ''UTF8'' TEMPLATE template0 LOCALE ''C.UTF-8'''
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'samenhang')
\gexec

\connect samenhang

REVOKE ALL ON DATABASE samenhang FROM PUBLIC;
GRANT CONNECT ON DATABASE samenhang TO samenhang_app, samenhang_zegel, samenhang_kopie;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO samenhang_eigenaar;
GRANT USAGE ON SCHEMA public TO samenhang_app, samenhang_zegel, samenhang_kopie;

-- What the owner makes from now on, also in a later version. No TRUNCATE: row-level security does not stop it.
ALTER DEFAULT PRIVILEGES FOR ROLE samenhang_eigenaar IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO samenhang_app;
ALTER DEFAULT PRIVILEGES FOR ROLE samenhang_eigenaar IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO samenhang_app;
