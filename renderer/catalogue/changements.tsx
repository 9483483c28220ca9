import {
  type Catalogue,
  type ChangementLocal,
  type DispositifEcrit,
  direParametre,
  nomParametre,
} from '../../domain/index.ts'
import { Champ } from '../composants/champ.tsx'
import { aujourdhui } from '../horloge.ts'
import { changer } from './agir.ts'
import css from './catalogue.module.css'
import { ChampParametre, lireParametre } from './champ-parametre.tsx'
import { Formulaire } from './formulaire.tsx'

type Changement = ChangementLocal['changement']

interface Props {
  cle: string
  dispositif: DispositifEcrit
  catalogue: Catalogue
}

/** The form that a key names: `verification/ouvrage`, `parametre/ouvrage.inclusions`… */
export function FormulaireChangement({ cle, dispositif: d, catalogue }: Props) {
  const genre = cle.slice(0, cle.indexOf('/'))
  if (genre === 'verification') return <Verification cle={cle} dispositif={d} />
  if (genre === 'contact') return <Contact cle={cle} dispositif={d} />
  if (genre === 'note') return <Note cle={cle} dispositif={d} />
  return <Parametre cle={cle} nom={cle.slice(cle.indexOf('/') + 1)} catalogue={catalogue} />
}

type PropsSimple = Omit<Props, 'catalogue'>

function Verification({ cle, dispositif: d }: PropsSimple) {
  return (
    <Formulaire
      cle={cle}
      titre={`Signaler une vérification\u00a0: ${d.nom}`}
      depart={{ etatConnu: '' }}
      action="Enregistrer"
      libelleDate="Vérifié le"
      fait={`${d.nom}\u00a0: vérification enregistrée.`}
      enregistrer={({ etatConnu = '' }, responsable) => {
        const changement: Changement = {
          type: 'verification',
          dispositif: d.id,
          verifieLe: responsable.date,
          ...rempli('etatConnu', etatConnu),
        }
        // The check has its own day; it is recorded now.
        return changer(changement, { ...responsable, date: aujourdhui() })
      }}
    >
      {({ texte }) => (
        <Champ
          {...texte('etatConnu', 'État connu', 500)}
          note={'Facultatif\u00a0: ce que l’on vous a dit de son état.'}
        />
      )}
    </Formulaire>
  )
}

function Contact({ cle, dispositif: d }: PropsSimple) {
  return (
    <Formulaire
      cle={cle}
      titre={`Ajouter un contact\u00a0: ${d.nom}`}
      depart={{ qui: '', telephone: '', courriel: '', note: '' }}
      action="Enregistrer"
      fait={`${d.nom}\u00a0: contact enregistré.`}
      enregistrer={async ({ qui = '', telephone = '', courriel = '', note = '' }, responsable) => {
        if (qui.trim() === '') return 'Écrivez qui appeler\u00a0: un service, une permanence ou un nom.'
        return changer(
          {
            type: 'contact',
            dispositif: d.id,
            qui: qui.trim(),
            ...rempli('telephone', telephone),
            ...rempli('courriel', courriel),
            ...rempli('note', note),
          },
          responsable,
        )
      }}
    >
      {({ texte }) => (
        <>
          <Champ {...texte('qui', 'Qui')} />
          <Champ {...texte('telephone', 'Téléphone', 60)} />
          <Champ {...texte('courriel', 'Courriel')} />
          <Champ {...texte('note', 'Note', 1000)} />
        </>
      )}
    </Formulaire>
  )
}

function Note({ cle, dispositif: d }: PropsSimple) {
  return (
    <Formulaire
      cle={cle}
      titre={`Noter une mise à jour\u00a0: ${d.nom}`}
      depart={{ texte: '' }}
      action="Enregistrer"
      fait={`${d.nom}\u00a0: mise à jour notée.`}
      enregistrer={async ({ texte = '' }, responsable) => {
        if (texte.trim() === '') return 'Écrivez ce qui a changé, en une phrase.'
        return changer({ type: 'note', dispositif: d.id, texte: texte.trim() }, responsable)
      }}
    >
      {({ texte }) => <Champ {...texte('texte', 'Ce qui a changé', 2000)} />}
    </Formulaire>
  )
}

interface PropsParametre {
  cle: string
  nom: string
  catalogue: Catalogue
}

function Parametre({ cle, nom, catalogue }: PropsParametre) {
  const valeur = catalogue.parametres.get(nom)
  const mots = nomParametre(catalogue, nom)
  const definition = catalogue.definitionsParametres.get(nom)
  if (definition === undefined) return null
  return (
    <Formulaire
      cle={cle}
      titre={`Changer un paramètre\u00a0: ${mots}`}
      depart={{ valeur: ecrireValeur(valeur) }}
      action="Enregistrer"
      fait={`Paramètre enregistré\u00a0: ${mots}. Les lectures le suivent dès maintenant.`}
      enregistrer={async ({ valeur: ecrite = '' }, responsable) => {
        const lue = lireParametre(definition, ecrite)
        if (lue === null) return 'Choisissez ou écrivez une valeur.'
        return changer({ type: 'parametre', nom, valeur: lue }, responsable)
      }}
    >
      {(saisie) => (
        <>
          <ChampParametre definition={definition} saisie={saisie} champ="valeur" libelle="Valeur" />
          <p className={css.note}>En vigueur&nbsp;: {direParametre(catalogue, nom, valeur)}.</p>
        </>
      )}
    </Formulaire>
  )
}

function ecrireValeur(valeur: unknown): string {
  if (valeur === null || valeur === undefined) return ''
  return Array.isArray(valeur) ? valeur.join(',') : String(valeur)
}

function rempli<C extends string>(champ: C, valeur: string): Partial<Record<C, string>> {
  return valeur.trim() === '' ? {} : ({ [champ]: valeur.trim() } as Record<C, string>)
}
