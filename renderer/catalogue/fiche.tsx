import { Button } from 'react-aria-components'
import {
  type Catalogue,
  type ChangementLocal,
  type DispositifEcrit,
  dateCourte,
  dateEtHeure,
  dernierReglage,
  direCondition,
  direParametre,
  direVerification,
  historiqueDe,
  type LigneHistorique,
  nomParametre,
  RUBRIQUES_FICHE,
} from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { aujourdhui } from '../horloge.ts'
import { useMagasin } from '../magasin.ts'
import { reprendre } from './agir.ts'
import css from './catalogue.module.css'
import { FormulaireChangement } from './changements.tsx'
import { type CleFormulaire, ouvrirFormulaire, useEcran } from './etat.ts'
import { Enonces, LegendeMarques, Section, Source, Volet } from './morceaux.tsx'

type Critere = Catalogue['dispositifs'][number]['criteres'][number]

interface Props {
  dispositif: DispositifEcrit
  catalogue: Catalogue
}

/** One dispositif whole: each statement with its source and mark, and what may be changed here. */
export function Fiche({ dispositif: d, catalogue }: Props) {
  const formulaire = useEcran((e) => e.formulaire)
  const actions: readonly [genre: string, mots: string][] = [
    ['verification', 'Signaler une vérification…'],
    ['contact', 'Ajouter un contact…'],
    ['note', 'Noter une mise à jour…'],
  ]
  return (
    <Volet nom={`Fiche\u00a0: ${d.nom}`} fiche>
      <h2>{d.nom}</h2>
      <p className={css.sous}>
        {d.ou} · {d.porteur}
      </p>
      <p className={css.fraicheur}>
        {direVerification(d, aujourdhui())}. Dernier état connu&nbsp;: {d.etatConnu}.{' '}
        <Source source={d.source} marque={d.marque} />
      </p>
      <div className={css.actions}>
        {actions.map(([genre, mots]) => (
          <Button key={genre} className={boutons.bouton} onPress={() => ouvrirFormulaire(`${genre}/${d.id}`)}>
            {mots}
          </Button>
        ))}
      </div>
      {estDe(formulaire, d.id) && (
        <FormulaireChangement key={formulaire} cle={formulaire} dispositif={d} catalogue={catalogue} />
      )}
      <Section titre="Présentation">
        <Enonces enonces={d.presentation} />
      </Section>
      {RUBRIQUES_FICHE.map(({ cle, titre }) => (
        <Section key={cle} titre={titre}>
          <Enonces enonces={d.fiche[cle]} />
        </Section>
      ))}
      <Contacts dispositif={d} />
      <Parametres dispositif={d} catalogue={catalogue} />
      <Criteres dispositif={d} catalogue={catalogue} />
      <Historique dispositif={d} />
      <LegendeMarques />
    </Volet>
  )
}

function estDe(cle: CleFormulaire | null, id: string): cle is CleFormulaire {
  const cible = cle?.slice(cle.indexOf('/') + 1) ?? ''
  return cible === id || cible.startsWith(`${id}.`)
}

function Contacts({ dispositif: d }: { dispositif: DispositifEcrit }) {
  return (
    <Section titre="Contacts">
      <ul className={css.enonces}>
        {d.appels.map((qui) => (
          <li key={qui}>{qui} — aucun numéro publié</li>
        ))}
        {(d.contacts ?? []).map((c) => (
          <li key={`${c.qui}${c.date}`}>
            <strong>{[c.qui, c.telephone, c.courriel].filter(Boolean).join(' · ')}</strong>
            {c.note !== undefined && <> — {c.note}</>}{' '}
            <small>
              ({c.source}, noté le {dateCourte(c.date)} par {c.par})
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Parametres({ dispositif: d, catalogue }: Props) {
  const changements = useMagasin((m) => m.catalogue?.changements) ?? []
  const noms = Object.entries(d.parametres)
  if (noms.length === 0) return null
  return (
    <Section titre="Paramètres en vigueur">
      <ul className={css.parametres}>
        {noms.map(([court, p]) => {
          const nom = `${d.id}.${court}`
          const dernier = dernierReglage(changements, nom)
          const mots = nomParametre(catalogue, nom)
          return (
            <li key={nom}>
              <span>
                {mots}&nbsp;: <strong>{direParametre(catalogue, nom, catalogue.parametres.get(nom))}</strong>{' '}
                {dernier === undefined ? (
                  <Source source={p.source} marque={p.marque} />
                ) : (
                  <small>
                    (changé le {dateEtHeure(dernier.date)} par {dernier.par} – {dernier.source}&nbsp;; par
                    défaut&nbsp;: {direParametre(catalogue, nom, p.defaut)})
                  </small>
                )}
              </span>
              <Button
                className={boutons.bouton}
                aria-label={`Changer\u00a0: ${mots}`}
                onPress={() => ouvrirFormulaire(`parametre/${nom}`)}
              >
                Changer…
              </Button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** « réuni si … ; non réuni si … », in the order in which a jurist asks. */
function quandReuni({ vraiSi, fauxSi, neutreSi }: Critere, catalogue: Catalogue): string {
  const dire = (mot: string, condition: Critere['vraiSi']) =>
    condition.genre === 'jamais'
      ? `jamais ${mot}`
      : `${mot} si ${direCondition(condition, catalogue, aujourdhui())}`
  return [
    dire('réuni', vraiSi),
    ...(fauxSi === null ? [] : [dire('non réuni', fauxSi)]),
    ...(neutreSi === null ? [] : [dire('sans effet', neutreSi)]),
  ].join(' ; ')
}

function Criteres({ dispositif: d, catalogue }: Props) {
  const criteres = catalogue.dispositifs.find((x) => x.ecrit.id === d.id)?.criteres ?? []
  return (
    <Section titre="Critères lus">
      <ul className={css.enonces}>
        {criteres.map((c, i) => (
          <li key={c.id}>
            <strong>
              {c.id} {c.libelle}
            </strong>{' '}
            — {quandReuni(c, catalogue)}.{' '}
            <Source
              source={[...(d.criteres[i]?.articles ?? []), d.criteres[i]?.source ?? d.source].join(', ')}
              marque={d.criteres[i]?.marque ?? d.marque}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Lines of the file and local changes, newest first; each change may be taken back. */
function Historique({ dispositif: d }: { dispositif: DispositifEcrit }) {
  const lu = useMagasin((m) => m.catalogue)
  const lignes = lu === null ? [] : historiqueDe(lu.ecrit, lu.changements, d.id)
  return (
    <Section titre="Historique">
      {lignes.length === 0 && <p className={css.nonPublie}>aucune ligne, aucun changement sur ce poste</p>}
      <ul className={css.parametres}>
        {lignes.map((l) => (
          <Ligne key={l.changement ?? `${l.quand}${l.texte}`} ligne={l} changements={lu?.changements ?? []} />
        ))}
      </ul>
    </Section>
  )
}

interface PropsLigne {
  ligne: LigneHistorique
  changements: readonly ChangementLocal[]
}

function Ligne({ ligne: l, changements }: PropsLigne) {
  const changement = changements.find((c) => c.id === l.changement)
  const annulable = changement !== undefined && !l.repris && changement.changement.type !== 'annulation'
  return (
    <li>
      <span>
        {l.quand}&nbsp;: {l.repris ? <del>{l.texte}</del> : l.texte}{' '}
        {l.marque === null ? (
          <small>
            ({l.source} · {l.par}
            {l.repris && ', repris depuis'})
          </small>
        ) : (
          <Source source={l.source} marque={l.marque} />
        )}
      </span>
      {annulable && (
        <Button
          className={boutons.bouton}
          aria-label={`Annuler\u00a0: ${l.texte}`}
          onPress={() => void reprendre(changement)}
        >
          Annuler
        </Button>
      )}
    </li>
  )
}
