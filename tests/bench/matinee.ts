import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { ajouterJours, type Declaration, type Dossier } from '../../domain/index.ts'
import { obtenir } from '../e2e/fixtures.ts'

const CAS = join(import.meta.dirname, '../acceptation/cas/orientation')
const AU_TABLEAU = 12
const AU_MAGASIN = 500
/** As many hearings a day as today. */
const PAR_JOUR = 12

/** A heavy morning in a store that has lived: 12 dossiers of the acceptance cases today, 500 on the days before. */
export async function deposerMatinee(page: Page): Promise<void> {
  const { maintenant } = await obtenir(page, 'application.etat', {})
  const jour = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date(maintenant))
  const modeles = lireCas()
  const modele = (i: number) => modeles[i % modeles.length] ?? never()
  for (let i = 0; i < AU_MAGASIN; i++)
    await deposer(page, modele(i), ajouterJours(jour, -1 - Math.floor(i / PAR_JOUR)))
  for (let i = 0; i < AU_TABLEAU; i++) {
    const fin = `${jour}T0${i % 8}:${10 + i}`
    await deposer(page, modele(i * 2), jour, [
      dite('permanence.finGardeAVue', fin, maintenant),
      ...(i % 3 === 0 ? [dite('demande.apcars', 'demandee', maintenant)] : []),
      ...(i % 4 === 1 ? [dite('permanence.vuA', `${jour}T09:${10 + i}`, maintenant)] : []),
    ])
  }
}

function never(): never {
  throw new RangeError('no acceptance case')
}

function dite(fait: string, valeur: string, date: string): Declaration {
  return {
    id: randomUUID(),
    fait,
    valeur,
    origine: 'procedure',
    verifie: true,
    date,
    auteur: { role: 'parquet' },
  }
}

/** The vignettes with their record: every answer of a whole triage. */
function lireCas(): Dossier[] {
  return readdirSync(CAS)
    .filter((nom) => /^v\d+.*-[fi]\.json$/.test(nom))
    .sort()
    .map((nom) => (JSON.parse(readFileSync(join(CAS, nom), 'utf8')) as { dossier: Dossier }).dossier)
}

/** A fresh copy of every id. */
async function deposer(
  page: Page,
  modele: Dossier,
  dateAudience: string,
  suite: Declaration[] = [],
): Promise<void> {
  const ids = new Map(modele.declarations.map((d) => [d.id, randomUUID()]))
  const neuf = (id: string) => ids.get(id) ?? id
  const id = randomUUID()
  await obtenir(page, 'dossiers.creer', {
    id,
    dateAudience,
    identite: { personne: modele.personne },
    declarations: [
      ...modele.declarations.map((d) => ({
        ...d,
        id: neuf(d.id),
        ...(d.retire && { retire: d.retire.map(neuf) }),
      })),
      ...suite,
    ],
  })
  if (modele.casier !== undefined)
    await obtenir(page, 'dossiers.joindreCasier', { dossier: id, texte: modele.casier })
}
