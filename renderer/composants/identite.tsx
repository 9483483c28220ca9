import {
  type CleFait,
  type Dossier,
  direHeure,
  faitVisible,
  libelleValeur,
  type Role,
} from '../../domain/index.ts'
import { jourEtMinute } from '../horloge.ts'
import { etatFait } from '../lecture.ts'
import { profil, useMagasin } from '../magasin.ts'
import { saisieDe } from '../saisie/champs-dossier.ts'
import { numeroInhabituel } from '../saisie/dossier.ts'
import { Audience } from './audience.tsx'
import { Forme, type Trois } from './forme.tsx'
import css from './identite.module.css'
import { useMinute } from './minute.ts'
import { nomDe } from './mots.ts'

/** The strip that says whose dossier this is, what must not be forgotten of it, and the hours; F2 corrects it. */
export function Identite({ dossier }: { dossier: Dossier }) {
  const rang = useMagasin((m) => m.dossiers.findIndex((d) => d.id === dossier.id) + 1)
  const { naissance, numeroParquet, qualification } = saisieDe(dossier)
  const nom = nomDe(dossier)
  return (
    <>
      <h2 className={css.nom} title={nom}>
        {rang}. {nom}
      </h2>
      <div className={css.pile}>
        {naissance !== '' && <p>né(e) le {naissance}</p>}
        {numeroParquet !== '' && (
          <p>
            N° parquet {numeroParquet}
            {numeroInhabituel(numeroParquet) && ' (11 chiffres attendus)'}
          </p>
        )}
      </div>
      {qualification !== '' && (
        <p className={css.faits} title={qualification}>
          {qualification}
        </p>
      )}
      <GarderEnVue dossier={dossier} role={profil()} />
      <div className={css.horaires}>
        <LimiteGarde fin={finDeGarde(dossier)} />
        <p>
          <Audience jour={dossier.dateAudience} />
        </p>
      </div>
    </>
  )
}

// ───────────────────────────── psychiatry and protection ─────────────────────────────

const TROUBLE = 'psy.troubleDeclare'
const PROTECTION = 'personne.mesureProtection'

/** Found out at the hearing itself, too often: once set, they stay in view (ecrans.md §0). */
function GarderEnVue({ dossier, role }: { dossier: Dossier; role: Role }) {
  const dits = [TROUBLE, PROTECTION].flatMap((fait) =>
    faitVisible(fait, role) ? (direRepere(dossier, fait) ?? []) : [],
  )
  if (dits.length === 0) return null
  return (
    <ul className={css.pile} aria-label="À garder en vue">
      {dits.map((d) => (
        <li key={d.mot} className={css.repere}>
          <Forme etat={d.forme} /> {d.mot}
        </li>
      ))}
    </ul>
  )
}

/** Nothing before an answer; « déclaré » and « vérifié » are different words here too. */
function direRepere(dossier: Dossier, fait: CleFait): { forme: Trois; mot: string } | null {
  const nom = fait === TROUBLE ? 'Psychique' : 'Protection'
  const etat = etatFait(dossier, fait)
  if (etat.etat === 'contradictoire') return { forme: 'inconnu', mot: `${nom}\u00a0: contradictoire` }
  if (etat.etat === 'inconnu')
    return etat.raison === 'pas-demande' ? null : { forme: 'inconnu', mot: `${nom}\u00a0: inconnu` }
  const source = etat.verifie ? 'vérifié' : 'déclaré'
  const non = etat.valeur === false || etat.valeur === 'aucune'
  const valeur = libelleValeur(fait, etat.valeur)
  if (fait === TROUBLE || non)
    return { forme: non ? 'non' : 'oui', mot: `${nom}\u00a0: ${valeur} (${source})` }
  return { forme: 'oui', mot: `${valeur.charAt(0).toLocaleUpperCase('fr')}${valeur.slice(1)} (${source})` }
}

// ───────────────────────────── twenty hours ─────────────────────────────

/** Disagreeing answers: the first one to fall. */
function finDeGarde(dossier: Dossier): string | null {
  const etat = etatFait(dossier, 'permanence.finGardeAVue')
  if (etat.etat === 'connu') return String(etat.valeur)
  return etat.etat === 'contradictoire' ? (etat.valeurs.map(String).sort()[0] ?? null) : null
}

/** Twenty elapsed hours, on the clock of Paris (803-3 CPP): an hour that comes twice is counted twice. */
function vingtHeuresApres(fin: string): number {
  return Temporal.PlainDateTime.from(fin).toZonedDateTime('Europe/Paris').add({ hours: 20 }).epochMilliseconds
}

function LimiteGarde({ fin }: { fin: string | null }) {
  const minute = useMinute()
  if (fin === null) return null
  const limite = vingtHeuresApres(fin)
  const la = jourEtMinute(limite)
  const heure = direHeure(
    `${String(Math.floor(la.minute / 60)).padStart(2, '0')}:${String(la.minute % 60).padStart(2, '0')}`,
  )
  const jour = la.jour === jourEtMinute().jour ? '' : ` le ${la.jour.slice(8)}/${la.jour.slice(5, 7)}`
  const atteintes = limite <= minute * 60_000 ? ' atteintes' : ''
  return (
    <p className={css.limite}>
      20&nbsp;h{atteintes}
      {jour} à {heure}
    </p>
  )
}
