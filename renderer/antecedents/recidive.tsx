import { useState } from 'react'
import { Button } from 'react-aria-components'
import {
  antecedentsDuCasier,
  type Dossier,
  dateCourte,
  definitionFait,
  libelleValeur,
  type Orientation,
} from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { Forme, type Trois } from '../composants/forme.tsx'
import { etatFait } from '../lecture.ts'
import { dire, ouvrirEcran, ouvrirPanneau, useMagasin } from '../magasin.ts'
import { declarerEncouru } from './actes.ts'
import { direDecision, direInfraction } from './dire.ts'
import { direMois, lireMois } from './encouru.ts'
import type { LectureTexte } from './etat.ts'
import css from './recidive.module.css'

const ETATS: Readonly<Record<string, { mot: string; forme: Trois }>> = {
  oui: { mot: 'Récidive légale\u00a0: oui', forme: 'oui' },
  indeterminee: { mot: 'Récidive légale\u00a0: indéterminée', forme: 'inconnu' },
  'non-etablie': { mot: 'Récidive légale\u00a0: non établie', forme: 'non' },
}

const IL_FAUT = ['procedure.dateFaits', 'procedure.categorie', 'procedure.encouruMois'] as const

interface Props {
  dossier: Dossier
  orientation: Orientation | null
  lecture: LectureTexte
}

/** The reading with its first term named, until when it runs, and what is missing when it cannot be made. */
export function Recidive({ dossier, orientation, lecture }: Props) {
  const lue = orientation?.recidive ?? null
  const manquent = IL_FAUT.filter((fait) => etatFait(dossier, fait).etat !== 'connu')
  const encouru = etatFait(dossier, 'procedure.encouruMois')
  return (
    <section className={css.recidive} data-volet aria-label="Récidive">
      <Encouru
        key={String(encouru.etat === 'connu' && encouru.valeur)}
        id={dossier.id}
        mois={encouru.etat === 'connu' ? Number(encouru.valeur) : null}
      />
      {lue === null ? (
        <>
          <p>
            <Forme etat="inconnu" /> <strong>Récidive légale&nbsp;: pas encore lue</strong>
          </p>
          {manquent.length > 0 && (
            <p>
              Il manque&nbsp;:{' '}
              {manquent.map((f) => (definitionFait(f)?.libelle ?? f).toLocaleLowerCase('fr')).join(', ')}.
            </p>
          )}
          {manquent.some((f) => f !== 'procedure.encouruMois') && (
            <Button className={boutons.bouton} onPress={() => completer(dossier.id)}>
              Compléter l’identité et la procédure
            </Button>
          )}
        </>
      ) : (
        <>
          <p>
            <Forme etat={ETATS[lue.etat]?.forme ?? 'inconnu'} /> <strong>{ETATS[lue.etat]?.mot}</strong>
            {lue.articles.length > 0 && <span className={css.articles}> {lue.articles.join(', ')}</span>}
          </p>
          <PremierTerme lue={lue} lecture={lecture} />
          <p>
            Encouru&nbsp;: <strong>{direMois(lue.encouruMois)}</strong>
            {lue.etat === 'oui' && ', doublé, à débattre (132-16-5 CP)'}
          </p>
          <p>{lue.motif}</p>
        </>
      )}
      <LuAuBulletin dossier={dossier} lecture={lecture} />
    </section>
  )
}

function PremierTerme({
  lue,
  lecture,
}: {
  lue: NonNullable<Orientation['recidive']>
  lecture: LectureTexte
}) {
  if (lue.premierTerme === null) return null
  const { rang, jusquAu } = lue.premierTerme
  const terme = lecture.lu.condamnations.find((c) => c.rang === rang)
  return (
    <p>
      Premier terme&nbsp;: n° {rang}
      {terme !== undefined && (
        <>
          , {direDecision(terme)}, {terme.infractions.map(direInfraction).join(' ; ')}
        </>
      )}
      .{' '}
      {jusquAu === null
        ? 'Délai non commencé ou de terme inconnu.'
        : `Court jusqu’au ${dateCourte(jusquAu)}.`}
    </p>
  )
}

const LUS = [
  ['incarceration', 'antecedents.incarceration'],
  ['emprisonnement5ans', 'antecedents.emprisonnement5ans'],
  ['sursisProbatoires', 'antecedents.sursisProbatoires'],
] as const

/** What the record says of facts that a person declares: beside their answer, never in its place. */
function LuAuBulletin({ dossier, lecture }: Omit<Props, 'orientation'>) {
  const [date, categorie, encouruMois, libelle] = [...IL_FAUT, 'procedure.qualification'].map((fait) => {
    const etat = etatFait(dossier, fait)
    return etat.etat === 'connu' ? etat.valeur : null
  })
  const sue = typeof date === 'string' && typeof categorie === 'string' && typeof encouruMois === 'number'
  const poursuite = sue ? { libelle: String(libelle ?? ''), categorie, date, encouruMois } : null
  const lus = antecedentsDuCasier(lecture.lu, poursuite)
  return (
    <dl className={css.lus}>
      {LUS.map(([cle, fait]) => (
        <div key={cle}>
          <dt>{definitionFait(fait)?.libelle}&nbsp;:</dt>
          <dd>
            <strong>{lus[cle].valeur === null ? 'inconnu' : libelleValeur(fait, lus[cle].valeur)}</strong>{' '}
            {lus[cle].motif}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The maximum without recidivism: the one figure that no screen of the morning asks for. */
function Encouru({ id, mois }: { id: string; mois: number | null }) {
  const [texte, ecrire] = useState(mois === null ? '' : direMois(mois))
  const [faux, signaler] = useState(false)
  const garder = () => {
    const lu = lireMois(texte)
    signaler(texte.trim() !== '' && lu === null)
    if (texte.trim() !== '' && lu === null) return
    if (lu === mois) return
    declarerEncouru(id, lu)
    dire(null)
  }
  return (
    <p className={css.encouru}>
      <label htmlFor="encouru">Maximum encouru hors récidive</label>
      <input
        id="encouru"
        data-entree
        value={texte}
        placeholder="3 ans, 6 mois…"
        maxLength={20}
        autoComplete="off"
        aria-invalid={faux}
        aria-describedby={faux ? 'encouru-note' : undefined}
        onChange={(e) => ecrire(e.target.value)}
        onBlur={garder}
        onKeyDown={(e) => {
          if (e.key === 'Enter') garder()
        }}
      />
      {faux && (
        <span id="encouru-note" role="alert">
          Écrivez une durée&nbsp;: «&nbsp;3 ans&nbsp;» ou «&nbsp;18 mois&nbsp;».
        </span>
      )}
    </p>
  )
}

function completer(id: string): void {
  ouvrirEcran('triage', id, useMagasin.getState().position.ligne)
  ouvrirPanneau('formulaire')
}
