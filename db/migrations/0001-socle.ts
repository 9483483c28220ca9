export const SQL_0001 = `
CREATE TABLE magasin (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  role TEXT NOT NULL CHECK (role IN ('parquet', 'enquete', 'defense'))
) STRICT;

CREATE TABLE dossiers (
  numero INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 100),
  date_audience TEXT NOT NULL CHECK (
    date_audience GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date_audience IS date(date_audience)
  )
) STRICT;

CREATE TABLE identites (
  dossier INTEGER NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  rang INTEGER NOT NULL CHECK (rang >= 1),
  contenu TEXT NOT NULL CHECK (json_valid(contenu) AND json_type(contenu) IS 'object'),
  PRIMARY KEY (dossier, rang)
) STRICT, WITHOUT ROWID;

-- One tree, so that one answer is one page to encrypt and to sync.
CREATE TABLE declarations (
  dossier INTEGER NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 100),
  contenu TEXT NOT NULL CHECK (
    json_valid(contenu)
    AND contenu ->> '$.id' IS id
    AND (contenu ->> '$.origine' IN (
      'procedure', 'casier', 'cassiopee', 'appi', 'enquete', 'personne', 'avocat', 'partenaire', 'document')) IS TRUE
    AND (json_type(contenu, '$.verifie') IN ('true', 'false')) IS TRUE
    AND json_type(contenu, '$.date') IS 'text'
    AND (json_type(contenu, '$.valeur') IS 'null'
      OR (json_type(contenu, '$.valeur') <> 'object' AND json_type(contenu, '$.inconnu') IS NULL)) IS TRUE
  ),
  PRIMARY KEY (dossier, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reglages (
  cle TEXT NOT NULL PRIMARY KEY CHECK (length(cle) BETWEEN 1 AND 100),
  valeur TEXT NOT NULL CHECK (json_valid(valeur))
) STRICT, WITHOUT ROWID;

-- What was said stays said. A row goes only with its whole dossier: when the cascade of a purge
-- comes here, the dossier's row is already gone.
CREATE TRIGGER declarations_sans_modification BEFORE UPDATE ON declarations
BEGIN SELECT RAISE(ABORT, 'declarations: append-only'); END;
CREATE TRIGGER declarations_sans_suppression BEFORE DELETE ON declarations
WHEN EXISTS (SELECT 1 FROM dossiers WHERE numero = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'declarations: append-only'); END;
CREATE TRIGGER identites_sans_modification BEFORE UPDATE ON identites
BEGIN SELECT RAISE(ABORT, 'identites: append-only'); END;
CREATE TRIGGER identites_sans_suppression BEFORE DELETE ON identites
WHEN EXISTS (SELECT 1 FROM dossiers WHERE numero = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'identites: append-only'); END;
CREATE TRIGGER dossiers_sans_modification BEFORE UPDATE ON dossiers
BEGIN SELECT RAISE(ABORT, 'dossiers: append-only'); END;
CREATE TRIGGER magasin_sans_modification BEFORE UPDATE ON magasin
BEGIN SELECT RAISE(ABORT, 'magasin: one profile for ever'); END;
`
