import {
  type CleFait,
  type Dossier,
  direMomentDuJour,
  etatLimite,
  faitVisible,
  libelleValeur,
  limiteVingtHeures,
  numeroInhabituel,
  type Role,
} from '../../domain/index.ts'
import { etatFait } from '../lecture.ts'
import { profil, useMagasin } from '../magasin.ts'
import { saisieDe } from '../saisie/champs-dossier.ts'
import { Audience } from './audience.tsx'
import { Forme, type Trois } from './forme.tsx'
import css from './identite.module.css'
import { useParMinute } from './minute.ts'
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

function LimiteGarde({ fin }: { fin: string | null }) {
  const limite = fin === null ? null : limiteVingtHeures(fin)
  const dit = useParMinute((maintenant) => {
    if (limite === null) return ''
    const atteintes = etatLimite(limite, maintenant) === 'passee' ? ' atteintes' : ''
    return `20\u00a0h${atteintes} à ${direMomentDuJour(limite, maintenant.slice(0, 10))}`
  })
  return dit === '' ? null : <p className={css.limite}>{dit}</p>
}
