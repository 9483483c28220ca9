import { type Difference, nomParametre } from '../../domain/index.ts'
import type { Sortie } from '../../electron/ipc/contract.ts'
import { compter } from '../composants/mots.ts'
import { catalogueEnCours } from '../lecture.ts'
import { appeler } from '../pont.ts'
import { relire } from './agir.ts'
import css from './catalogue.module.css'
import { Formulaire } from './formulaire.tsx'
import { Section } from './morceaux.tsx'

export interface FichierLu {
  nom: string
  contenu: string
  examen: Sortie<'catalogue.examiner'>
}

const GENRES: readonly { genre: Difference['genre']; titre: string; mot: string }[] = [
  { genre: 'ajout', titre: 'Ajouté', mot: 'ajout' },
  { genre: 'retrait', titre: 'Retiré', mot: 'retrait' },
  { genre: 'modification', titre: 'Changé', mot: 'modification' },
]

const ENTREES: Readonly<Record<Difference['entree'], string>> = {
  dispositif: 'dispositif',
  cadre: 'cadre légal',
  seuil: 'seuil',
  alerte: 'alerte',
  mesure: 'mesure abrogée',
  modele: 'modèle',
  parametre: 'paramètre',
}

/** What a signed file would change, to be read before it is applied. */
export function Examen({ fichier, onApplique }: { fichier: FichierLu; onApplique: () => void }) {
  const { examen, contenu } = fichier
  const de = (genre: Difference['genre']) => examen.differences.filter((d) => d.genre === genre)
  const comptes = GENRES.filter((g) => de(g.genre).length > 0)
    .map((g) => compter(de(g.genre).length, g.mot))
    .join(', ')
  return (
    <>
      <h2>{fichier.nom}</h2>
      <p className={css.sous}>
        Version {examen.version}, signée par {examen.signataire}. Ici&nbsp;: version {examen.versionActuelle}.{' '}
        {examen.differences.length === 0 ? 'Rien ne change.' : `${comptes}.`}
      </p>
      <Formulaire
        cle="import"
        sansDate
        titre="Appliquer ce catalogue"
        depart={{}}
        action="Appliquer"
        fait={`Catalogue ${examen.version} appliqué\u00a0; les changements locaux sont gardés.`}
        enregistrer={async (_champs, { par, source }) => {
          const resultat = await appeler('catalogue.importer', { contenu, par, source })
          if (!resultat.ok) return resultat.message
          onApplique()
          return relire()
        }}
      />
      {examen.sansEffet.length > 0 && (
        <Section titre="Changements locaux qui n’auraient plus d’effet">
          <ul className={css.enonces}>
            {examen.sansEffet.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </Section>
      )}
      {GENRES.filter((g) => de(g.genre).length > 0).map((g) => (
        <Section key={g.genre} titre={`${g.titre} (${de(g.genre).length})`}>
          <ul className={css.enonces}>
            {de(g.genre).map((d) => (
              <li key={`${d.entree}${d.id}${d.champ}`}>
                <Ecart difference={d} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

/** A parameter is named as on its sheet, not by its key. */
function nomDe({ entree, id, nom }: Difference): string {
  if (entree !== 'parametre') return nom
  return `${nom.slice(0, nom.lastIndexOf(' : '))}, ${nomParametre(catalogueEnCours(), id)}`
}

function Ecart({ difference: d }: { difference: Difference }) {
  return (
    <>
      <strong>{nomDe(d)}</strong> <small>({ENTREES[d.entree]})</small>
      {d.champ !== undefined && (
        <>
          {' '}
          — {d.champ}&nbsp;: <del>{d.avant ?? 'rien'}</del> → <ins>{d.apres ?? 'rien'}</ins>
        </>
      )}
    </>
  )
}
