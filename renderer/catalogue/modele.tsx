import {
  type Catalogue,
  direTrous,
  type ModeleEcrit,
  modelesDuCatalogue,
  nomParametre,
  type ParametreEcrit,
} from '../../domain/index.ts'
import { Champ, Choix } from '../composants/champ.tsx'
import { tribunalDuMagasin } from '../magasin.ts'
import { changer, type Responsable } from './agir.ts'
import { ChampParametre, lireParametre } from './champ-parametre.tsx'
import { type Champs, choisir, regler } from './etat.ts'
import { Formulaire } from './formulaire.tsx'
import { Enonces, Section, Volet } from './morceaux.tsx'

/** « De type L’Ouvrage » for another tribunal, without code: the model brings the criteria, the référent the rest. */
export function FormulaireModele({ catalogue }: { catalogue: Catalogue }) {
  const modeles = modelesDuCatalogue(catalogue)
  return (
    <Volet nom="Créer d’après un modèle">
      <Formulaire
        cle="modele"
        titre="Créer un dispositif d’après un modèle"
        depart={{
          modele: modeles[0]?.id ?? '',
          nom: '',
          tribunal: tribunalDuMagasin(),
          departement: '',
          porteur: '',
          appels: '',
        }}
        action="Créer"
        fait={'Dispositif créé\u00a0: réglez maintenant ce qui reste de ses paramètres.'}
        enregistrer={(champs, responsable) => creer(champs, responsable, catalogue)}
      >
        {(saisie) => (
          <>
            <Choix
              libelle="Modèle"
              vide="à choisir"
              valeur={saisie.champs.modele ?? ''}
              onChange={(valeur) => saisie.ecrire('modele', valeur)}
              valeurs={modeles.map((m) => ({ code: m.id, libelle: m.nom }))}
            />
            <Champ {...saisie.texte('nom', 'Nom')} />
            <Champ {...saisie.texte('tribunal', 'Tribunal', 100)} />
            <Champ {...saisie.texte('departement', 'Département', 100)} note="Numéro ou nom." />
            <Champ {...saisie.texte('porteur', 'Porteur')} />
            <Champ
              {...saisie.texte('appels', 'Qui appeler', 2000)}
              note={'Plusieurs\u00a0: séparés par un point-virgule.'}
            />
            {reglables(modeles.find((m) => m.id === saisie.champs.modele)).map(([nom, definition]) => (
              <ChampParametre
                key={nom}
                definition={definition}
                saisie={saisie}
                champ={`parametre.${nom}`}
                libelle={initialeMajuscule(nomParametre(catalogue, nom))}
              />
            ))}
          </>
        )}
      </Formulaire>
      <Apercu modeles={modeles} />
    </Volet>
  )
}

/** Choices and numbers; the lists are long and are ticked on the sheet, once it exists. */
function reglables(modele: ModeleEcrit | undefined): [nom: string, definition: ParametreEcrit][] {
  return Object.entries(modele?.parametres ?? {}).filter(([, p]) => !('liste' in p))
}

/** Only what was filled in: the others stay as the model has them, empty or unknown. */
function reglages(
  modele: ModeleEcrit | undefined,
  champs: Champs,
): Record<string, string | number | string[]> {
  const lus = reglables(modele).flatMap(([nom, definition]) => {
    const lu = lireParametre(definition, champs[`parametre.${nom}`] ?? '')
    return lu === null ? [] : [[nom, lu] as const]
  })
  return Object.fromEntries(lus)
}

function initialeMajuscule(mots: string): string {
  return mots.charAt(0).toLocaleUpperCase('fr') + mots.slice(1)
}

function Apercu({ modeles }: { modeles: readonly ModeleEcrit[] }) {
  return modeles.map((m) => (
    <Section key={m.id} titre={m.nom}>
      <Enonces
        enonces={m.presentation.map((e) => ({
          ...e,
          texte: direTrous(e.texte),
          source: direTrous(e.source),
        }))}
      />
      <p>
        {m.criteres.length} critères, repris tels quels&nbsp;; ses listes se cochent ensuite sur la fiche.
      </p>
    </Section>
  ))
}

async function creer(champs: Champs, responsable: Responsable, catalogue: Catalogue): Promise<string | null> {
  const { modele = '', nom = '', tribunal = '', departement = '', porteur = '', appels = '' } = champs
  const manque = (
    [
      [modele, 'Choisissez un modèle.'],
      [nom, 'Écrivez le nom du dispositif.'],
      [tribunal, 'Écrivez la ville du tribunal.'],
      [departement, 'Écrivez le département, par son numéro ou par son nom.'],
      [porteur, 'Écrivez le nom du porteur.'],
    ] as const
  ).find(([valeur]) => valeur.trim() === '')
  if (manque !== undefined) return manque[1]
  const id = identifiant(nom, catalogue)
  const refus = await changer(
    {
      type: 'instance',
      modele,
      valeurs: {
        id,
        nom: nom.trim(),
        tribunal: tribunal.trim(),
        departement: departement.trim(),
        porteur: porteur.trim(),
        appels: appels
          .split(';')
          .map((a) => a.trim())
          .filter((a) => a !== ''),
        parametres: reglages(
          modelesDuCatalogue(catalogue).find((m) => m.id === modele),
          champs,
        ),
      },
    },
    responsable,
  )
  if (refus !== null) return refus
  regler({ tribunal: tribunal.trim() })
  choisir('dispositifs', id)
  return null
}

/** « Le Relais de Lyon » → `le-relais-de-lyon`, with letters after it while the name is taken. */
function identifiant(nom: string, catalogue: Catalogue): string {
  const base =
    nom
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'dispositif'
  const pris = new Set(catalogue.dispositifs.map((d) => d.ecrit.id))
  let id = base
  while (pris.has(id) || id.length < 2) id = `${id}-bis`
  return id
}
