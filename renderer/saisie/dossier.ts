import {
  type CleFait,
  type Declaration,
  dateCourte,
  definitionFait,
  ecrireMoment,
  lireDate,
  lireMoment,
  numeroInhabituel,
  repondre,
} from '../../domain/index.ts'
import { aujourdhui, minuteCourante } from '../horloge.ts'
import { declarer, dossierDe, ensemble, identifier } from '../magasin.ts'
import { acte } from './acte.ts'
import { FAIT_DE_CHAMP, type NomChamp, type SaisieDossier, saisieDe } from './champs-dossier.ts'
import { identiteDe } from './creer.ts'

const DATES: readonly NomChamp[] = ['naissance', 'dateFaits']

/** Nothing typed is no mistake. */
export function dateAdmise(texte: string): boolean {
  return texte.trim() === '' || lireDate(texte, aujourdhui()) !== null
}

export function finDeGardeAdmise(texte: string): boolean {
  return texte.trim() === '' || lireMoment(texte, { maintenant: minuteCourante() }) !== null
}

/** The first field whose date or hour does not exist, or null. */
export function dateImpossible(saisie: SaisieDossier): NomChamp | null {
  const date = DATES.find((champ) => !dateAdmise(saisie[champ]))
  return date ?? (finDeGardeAdmise(saisie.finGardeAVue) ? null : 'finGardeAVue')
}

/** Dates and hours as they are shown, once understood. */
export function mettreEnForme(saisie: SaisieDossier): SaisieDossier {
  const forme = { ...saisie }
  for (const champ of DATES) {
    const date = lireDate(saisie[champ], aujourdhui())
    if (date !== null) forme[champ] = dateCourte(date)
  }
  const fin = lireMoment(saisie.finGardeAVue, { maintenant: minuteCourante() })
  if (fin !== null) forme.finGardeAVue = ecrireMoment(fin)
  return forme
}

function identiteSaisie(s: SaisieDossier) {
  return identiteDe({
    nom: s.nom.trim(),
    prenoms: s.prenoms.trim(),
    dateNaissance: lireDate(s.naissance, aujourdhui()),
    numeroParquet: numeroInhabituel(s.numeroParquet)
      ? s.numeroParquet.trim()
      : s.numeroParquet.replace(/\s/g, ''),
  })
}

/** Undefined: understood as nothing to say. */
function valeurDe(fait: CleFait, texte: string): NonNullable<Declaration['valeur']> | undefined {
  const t = texte.trim()
  if (t === '') return undefined
  const type = definitionFait(fait)?.type
  if (type === 'oui-non') return t === 'oui'
  if (type === 'moment') return lireMoment(t, { maintenant: minuteCourante() }) ?? undefined
  return type === 'date' ? (lireDate(t, aujourdhui()) ?? undefined) : t
}

/** The magistrate reads these in the file itself. */
const PROCEDURE = { origine: 'procedure', verifie: true } as const

/** The fields that changed since the dossier says so are one act; called again, it does nothing more. */
export function appliquer(id: string, saisie: SaisieDossier): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const avant = saisieDe(dossier)
  const apres = mettreEnForme(saisie)
  const impossible = dateImpossible(apres)
  if (impossible !== 'naissance') {
    const identite = identiteSaisie(apres)
    if (JSON.stringify(identite) !== JSON.stringify(identiteSaisie(avant))) identifier(id, identite)
  }
  ensemble(() => {
    for (const [champ, fait] of FAIT_DE_CHAMP) {
      if (apres[champ].trim() === avant[champ].trim()) continue
      const valeur = valeurDe(fait, apres[champ])
      if (valeur === undefined && apres[champ].trim() !== '') continue
      const quoi = valeur === undefined ? ({ valeur: null, inconnu: 'pas-demande' } as const) : { valeur }
      declarer(id, [repondre(dossierDe(id) ?? dossier, { fait, ...quoi, ...PROCEDURE }, acte())])
    }
  })
}
