import { type ChangementLocal, type DateIso, direChangement } from '../../domain/index.ts'
import { aujourdhui, instant } from '../horloge.ts'
import { catalogueEnCours } from '../lecture.ts'
import { apprendreCatalogue, dire, useMagasin } from '../magasin.ts'
import { appeler } from '../pont.ts'
import { regler, useEcran } from './etat.ts'

/** What the Catalogue screen asks of the main process; each answer is one sentence. */

export interface Responsable {
  par: string
  source: string
  /** Day of the change; recorded now when it is today. */
  date: DateIso
}

/** Records a local change, then reads everything again with it. The sentence of a refusal, or null. */
export async function changer(
  changement: ChangementLocal['changement'],
  { par, source, date }: Responsable,
  retire: readonly string[] = [],
): Promise<string | null> {
  const complet: ChangementLocal = {
    id: crypto.randomUUID(),
    date: date === aujourdhui() ? instant() : midi(date),
    par,
    source,
    ...(retire.length > 0 && { retire: [...retire] }),
    changement,
  }
  const resultat = await appeler('catalogue.changer', { changement: complet })
  if (!resultat.ok) return resultat.message
  useMagasin.setState({ enregistrement: { etat: 'fait', a: resultat.valeur.enregistreA } })
  const { catalogue } = useMagasin.getState()
  if (catalogue !== null)
    apprendreCatalogue({ ...catalogue, changements: [...catalogue.changements, complet] })
  regler({ par })
  return null
}

function midi(date: DateIso): string {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '12:00' })
    .toString({ timeZoneName: 'never' })
}

export function vivants(changements: readonly ChangementLocal[]): ChangementLocal[] {
  const retires = new Set(changements.flatMap((c) => c.retire ?? []))
  return changements.filter((c) => c.changement.type !== 'annulation' && !retires.has(c.id))
}

/** Takes one change back; the line stays in the history, with who took it back. */
export async function reprendre(c: ChangementLocal): Promise<void> {
  const par = useEcran.getState().par || c.par
  const phrase = direChangement(c, catalogueEnCours())
  const refus = await changer(
    { type: 'annulation' },
    { par, source: 'repris à l’écran', date: aujourdhui() },
    [c.id],
  )
  dire(refus ?? `Changement repris\u00a0: ${phrase}`)
}

/** Ctrl+Z */
export async function reprendreDernier(): Promise<void> {
  const dernier = vivants(useMagasin.getState().catalogue?.changements ?? []).at(-1)
  if (dernier === undefined) dire('Aucun changement local à annuler.')
  else await reprendre(dernier)
}

export async function imprimerRegles(): Promise<void> {
  dire('« Relire les règles » en préparation…')
  const resultat = await appeler('catalogue.imprimer', {})
  dire(
    resultat.ok
      ? `Règles prêtes (${resultat.valeur.pages} pages)\u00a0: ${resultat.valeur.fichier}`
      : resultat.message,
  )
}

export async function exporter(): Promise<void> {
  dire('Export en préparation…')
  const resultat = await appeler('catalogue.exporter', {})
  if (resultat.ok) await relire()
  dire(
    resultat.ok
      ? `Catalogue ${resultat.valeur.version} signé et écrit\u00a0: ${resultat.valeur.fichier}`
      : resultat.message,
  )
}

/** Reads the catalogue of the store again. The sentence of a refusal, or null. */
export async function relire(): Promise<string | null> {
  const lu = await appeler('catalogue.lire', {})
  if (!lu.ok) return lu.message
  apprendreCatalogue(lu.valeur)
  return null
}
