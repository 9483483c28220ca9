export const SQL_0002 = `
-- Text of the bulletin n° 1 as pasted. It is read for one dossier and goes with it (777-3 CPP); replaced or removed, it
-- is really gone: this table and the next are the only ones that forget before the purge.
CREATE TABLE casiers (
  dossier INTEGER NOT NULL PRIMARY KEY REFERENCES dossiers (numero) ON DELETE CASCADE,
  contenu TEXT NOT NULL CHECK (
    length(contenu) BETWEEN 3 AND 6000002 AND json_valid(contenu) AND json_type(contenu) IS 'text'
  )
) STRICT;

CREATE TRIGGER casiers_hors_enquete BEFORE INSERT ON casiers
WHEN (SELECT role FROM magasin) IS 'enquete'
BEGIN SELECT RAISE(ABORT, 'casiers: never in the profile enquete (774 CPP)'); END;

CREATE TABLE pieces (
  rang INTEGER NOT NULL PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossiers (numero) ON DELETE CASCADE,
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 100),
  contenu TEXT NOT NULL CHECK (
    length(contenu) <= 20000000
    AND json_valid(contenu)
    AND contenu ->> '$.id' IS id
    AND json_type(contenu, '$.nom') IS 'text'
    AND (contenu ->> '$.nature' IN ('audition', 'enquete', 'certificat', 'autre')) IS TRUE
    AND json_type(contenu, '$.texte') IS 'text'
    AND json_type(contenu, '$.pages') IS 'array'
  ),
  UNIQUE (dossier, id)
) STRICT;

-- Extracts of declarations count characters in this very text.
CREATE TRIGGER pieces_sans_modification BEFORE UPDATE ON pieces
BEGIN SELECT RAISE(ABORT, 'pieces: removed or kept, never rewritten'); END;

CREATE TABLE changements_catalogue (
  rang INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 100),
  contenu TEXT NOT NULL CHECK (
    json_valid(contenu)
    AND contenu ->> '$.id' IS id
    AND json_type(contenu, '$.date') IS 'text'
    AND json_type(contenu, '$.par') IS 'text'
    AND json_type(contenu, '$.source') IS 'text'
    AND json_type(contenu, '$.changement.type') IS 'text'
  )
) STRICT;

-- The signed file as it was received: what was imported can be proved again.
CREATE TABLE catalogues_importes (
  rang INTEGER NOT NULL PRIMARY KEY,
  version TEXT NOT NULL UNIQUE CHECK (length(version) BETWEEN 10 AND 20),
  cle TEXT NOT NULL CHECK (length(cle) = 43),
  par TEXT NOT NULL CHECK (length(par) BETWEEN 1 AND 200),
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  importe_a TEXT NOT NULL,
  fichier TEXT NOT NULL CHECK (json_valid(fichier) AND fichier ->> '$.cle' IS cle)
) STRICT;

CREATE TABLE catalogues_exportes (
  rang INTEGER NOT NULL PRIMARY KEY,
  version TEXT NOT NULL UNIQUE CHECK (length(version) BETWEEN 10 AND 20),
  empreinte TEXT NOT NULL CHECK (length(empreinte) = 16),
  exporte_a TEXT NOT NULL
) STRICT;

-- The latest row of a key counts.
CREATE TABLE cles_confiance (
  rang INTEGER NOT NULL PRIMARY KEY,
  cle TEXT NOT NULL CHECK (length(cle) = 43),
  nom TEXT NOT NULL CHECK (length(nom) BETWEEN 1 AND 200),
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  par TEXT NOT NULL CHECK (length(par) BETWEEN 1 AND 200),
  date TEXT NOT NULL
) STRICT;

-- Ed25519: raw public key in base64url, private key in PKCS #8. It never leaves this file.
CREATE TABLE signature (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  publique TEXT NOT NULL CHECK (length(publique) = 43),
  privee BLOB NOT NULL CHECK (length(privee) = 48)
) STRICT;

CREATE TRIGGER changements_catalogue_sans_modification BEFORE UPDATE ON changements_catalogue
BEGIN SELECT RAISE(ABORT, 'changements_catalogue: append-only'); END;
CREATE TRIGGER changements_catalogue_sans_suppression BEFORE DELETE ON changements_catalogue
BEGIN SELECT RAISE(ABORT, 'changements_catalogue: append-only'); END;

CREATE TRIGGER catalogues_importes_sans_modification BEFORE UPDATE ON catalogues_importes
BEGIN SELECT RAISE(ABORT, 'catalogues_importes: append-only'); END;
CREATE TRIGGER catalogues_importes_sans_suppression BEFORE DELETE ON catalogues_importes
BEGIN SELECT RAISE(ABORT, 'catalogues_importes: append-only'); END;

CREATE TRIGGER catalogues_exportes_sans_modification BEFORE UPDATE ON catalogues_exportes
BEGIN SELECT RAISE(ABORT, 'catalogues_exportes: append-only'); END;
CREATE TRIGGER catalogues_exportes_sans_suppression BEFORE DELETE ON catalogues_exportes
BEGIN SELECT RAISE(ABORT, 'catalogues_exportes: append-only'); END;

CREATE TRIGGER cles_confiance_sans_modification BEFORE UPDATE ON cles_confiance
BEGIN SELECT RAISE(ABORT, 'cles_confiance: append-only'); END;
CREATE TRIGGER cles_confiance_sans_suppression BEFORE DELETE ON cles_confiance
BEGIN SELECT RAISE(ABORT, 'cles_confiance: append-only'); END;

CREATE TRIGGER signature_sans_modification BEFORE UPDATE ON signature
BEGIN SELECT RAISE(ABORT, 'signature: append-only'); END;
CREATE TRIGGER signature_sans_suppression BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'signature: append-only'); END;
`
