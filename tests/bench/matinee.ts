import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { ajouterJours, type Declaration, type Dossier } from '../../domain/index.ts'
import { obtenir } from '../e2e/fixtures.ts'

const CAS = join(import.meta.dirname, '../acceptation/cas/orientation')
const AU_TABLEAU = 12
const AU_MAGASIN = 500
/** Somebody whose answers were changed all morning: the first of the board, on whom the triage is measured. */
const DECLARATIONS_DU_PREMIER = 300
/** As many hearings a day as today. */
const PAR_JOUR = 12
/** Limit of one call (contract.ts). */
const PAR_APPEL = 200

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
    const dossier = i === 0 ? corriger(modele(0), DECLARATIONS_DU_PREMIER) : modele(i * 2)
    await deposer(page, dossier, jour, [
      dite('permanence.finGardeAVue', fin, maintenant),
      ...(i % 3 === 0 ? [dite('demande.apcars', 'demandee', maintenant)] : []),
      ...(i % 4 === 1 ? [dite('permanence.vuA', `${jour}T09:${10 + i}`, maintenant)] : []),
    ])
  }
}

/** The same answers said again one after the other, each taking back the one before. */
function corriger(modele: Dossier, nombre: number): Dossier {
  const declarations = [...modele.declarations]
  while (declarations.length < nombre) {
    const avant = declarations[declarations.length - modele.declarations.length] ?? never()
    const date = new Date(Date.parse(avant.date) + 1000).toISOString()
    declarations.push({ ...avant, id: randomUUID(), date, retire: [avant.id] })
  }
  return { ...modele, declarations }
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
  const declarations = [
    ...modele.declarations.map((d) => ({
      ...d,
      id: neuf(d.id),
      ...(d.retire && { retire: d.retire.map(neuf) }),
    })),
    ...suite,
  ]
  await obtenir(page, 'dossiers.creer', {
    id,
    dateAudience,
    identite: { personne: modele.personne },
    declarations: declarations.slice(0, PAR_APPEL),
  })
  for (let i = PAR_APPEL; i < declarations.length; i += PAR_APPEL)
    await obtenir(page, 'declarations.ajouter', {
      dossier: id,
      declarations: declarations.slice(i, i + PAR_APPEL),
    })
  if (modele.casier !== undefined)
    await obtenir(page, 'dossiers.joindreCasier', { dossier: id, texte: modele.casier })
}
