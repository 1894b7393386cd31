-- What differs per table. Run it as the owner after every migration:
--
--     psql --file=deploy/postgresql/rechten.sql "$DATABASE_URL"

\set ON_ERROR_STOP on

-- The logs only grow: the application adds and reads. (Triggers say the same to every role.)
REVOKE UPDATE, DELETE ON logboek_auditregel, logboek_verwerking, toezicht_toetspunt, toezicht_toetsoordeel
  FROM samenhang_app;

-- The application does not change what was migrated.
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM samenhang_app;

-- The sealer reads the logs, keeps the seal, and takes its duties like any worker.
GRANT SELECT ON logboek_auditregel, logboek_verwerking, django_migrations TO samenhang_zegel;
SELECT format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO samenhang_zegel', relname)
FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname ~ '^(zegel|plichten)_'
\gexec
SELECT format('GRANT USAGE, SELECT ON SEQUENCE %I TO samenhang_zegel', relname)
FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relname ~ '^(zegel|plichten|logboek)_'
\gexec
