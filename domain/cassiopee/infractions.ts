import { categorieDuLibelle } from '../antecedents/index.ts'
import { plier } from '../texte.ts'
import type { InfractionLue } from './attacher.ts'
import { libelleSeul } from './formes.ts'
import { formeDe } from './personnes.ts'
import type { Rangee } from './rangees.ts'

export function lireInfraction(r: Rangee, procedure: string): InfractionLue {
  const code = formeDe(r, 'natinf')
  const date = formeDe(r, 'date')
  const textes = r.formes.flatMap((x, i) =>
    x.forme.forme === 'texte' && x.colonne !== 'personnes' && x.colonne !== 'autre'
      ? [{ texte: x.forme.texte, colonne: x.colonne, i }]
      : [],
  )
  const titre = textes.find((t) => t.colonne === 'libelle')?.texte
  const iDate = r.formes.findIndex((x) => x.forme.forme === 'date')
  const iCode = r.formes.findIndex((x) => x.forme.forme === 'natinf')
  const apresCode = textes.find(
    (t) =>
      t.colonne === null &&
      t.i > iCode &&
      (iDate < 0 || t.i < iDate) &&
      /\p{L}{3}/u.test(t.texte) &&
      (categorieDuLibelle(t.texte) !== null || t.texte.split(' ').length > 2),
  )
  const libelle = code?.libelle || titre || apresCode?.texte || ''
  const lieu =
    textes.find((t) => t.colonne === 'commune')?.texte ??
    textes.find(
      (t) => t.colonne === null && t.i > iDate && iDate >= 0 && t !== apresCode && estUnLieu(t.texte),
    )?.texte
  const rangs = r.formes
    .flatMap(({ forme, colonne }) =>
      forme.forme === 'rangs' && (colonne === null || colonne === 'personnes') ? [forme.rangs] : [],
    )
    .at(-1)
  return {
    infraction: {
      natinf: code?.natinf ?? '',
      libelle: libelleSeul(libelle),
      date: date?.date ?? null,
      ...(date?.dateFin !== undefined && { dateFin: date.dateFin }),
      ...(date?.heure !== undefined && { heure: date.heure }),
      ...(lieu !== undefined && lieu !== '' && { lieu: lieu.slice(0, 100) }),
    },
    nature: formeDe(r, 'nature')?.nature ?? null,
    rangs: rangs ?? null,
    noms: r.formes.flatMap(({ forme }, i) =>
      forme.forme === 'texte' && i !== iCode
        ? [plier(forme.texte).replace(/[-']/g, ' ')]
        : forme.forme === 'identite'
          ? [plier(`${forme.nom.nom} ${forme.nom.prenoms}`).replace(/[-']/g, ' ')]
          : [],
    ),
    procedure,
    lignes: r.lignes,
  }
}

/** A town is written in capitals alone or in small letters, never as « NOM Prénom ». */
function estUnLieu(texte: string): boolean {
  if (texte.length > 60 || !/^\p{Lu}|^\d{5}/u.test(texte)) return false
  return !/\p{Lu}{2}[\p{Lu}'’-]*,? \p{Lu}\p{Ll}/u.test(texte) && !/\b(?:M\.|Mme|Mlle)/.test(texte)
}
