import { Button } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import { ouvrirPanneau, useMagasin, verrouiller } from '../magasin.ts'
import { changer } from './etat.ts'
import { Case, ChampReglage, Partie, Radios } from './morceaux.tsx'
import css from './reglages.module.css'

/** Keys, display, lock: what suits whoever sits here. */

const OUI_NON = [
  { code: 'oui', libelle: 'activées dans les lignes' },
  { code: 'non', libelle: 'désactivées' },
] as const

export function PartieClavier() {
  const lettres = useMagasin((m) => m.reglages.lettres)
  return (
    <Partie nom="Clavier" section="clavier">
      <div data-entree>
        <Radios
          libelle="Lettres"
          valeur={lettres ? 'oui' : 'non'}
          valeurs={OUI_NON}
          onChange={(choix) => changer({ lettres: choix === 'oui' })}
        />
      </div>
      <p className={css.explication}>
        <kbd>o</kbd> oui, <kbd>n</kbd> non, <kbd>?</kbd> ou <kbd>,</kbd> ou <kbd>i</kbd> ne sait pas&nbsp;;{' '}
        <kbd>a</kbd> <kbd>d</kbd> <kbd>e</kbd> <kbd>p</kbd> <kbd>c</kbd> <kbd>t</kbd> <kbd>b</kbd> la source.
        Sans elles, rien n’est perdu&nbsp;: <kbd>←</kbd> <kbd>→</kbd> répond, <kbd>↑</kbd> <kbd>↓</kbd> change
        de ligne, <kbd>Entrée</kbd> précise, <kbd>Tab</kbd> va à la source.
      </p>
      <p className={css.actions}>
        <Button className={boutons.bouton} aria-keyshortcuts="F1" onPress={() => ouvrirPanneau('aide')}>
          Touches de l’écran <kbd>F1</kbd>
        </Button>
      </p>
    </Partie>
  )
}

const TAILLES = ([100, 115, 130, 150] as const).map((code) => ({ code, libelle: `${code}\u00a0%` }))

const DENSITES = [
  { code: 'compacte', libelle: 'compacte' },
  { code: 'aeree', libelle: 'aérée' },
] as const

export function PartieAffichage() {
  const reglages = useMagasin((m) => m.reglages)
  return (
    <Partie nom="Affichage" section="affichage">
      <Radios
        libelle="Taille"
        valeur={reglages.tailleTexte}
        valeurs={TAILLES}
        onChange={(tailleTexte) => changer({ tailleTexte })}
      />
      <Radios
        libelle="Densité"
        valeur={reglages.densite}
        valeurs={DENSITES}
        onChange={(densite) => changer({ densite })}
      />
      <Case
        libelle="Contraste élevé"
        cochee={reglages.contraste === 'eleve'}
        onChange={(coche) => changer({ contraste: coche ? 'eleve' : 'normal' })}
      />
      <p className={css.explication}>
        Le contraste demandé au système est toujours suivi. Agrandis, les volets passent l’un sous l’autre
        dans une fenêtre étroite.
      </p>
    </Partie>
  )
}

export function PartieDonnees() {
  return (
    <Partie nom="Données" section="donnees">
      <div className={css.champs}>
        <ChampReglage champ="verrouApres" libelle="Verrouiller après" />
      </div>
      <p className={css.explication}>
        Sans touche ni souris&nbsp;: de 5 à 120&nbsp;minutes. Ce qui est tapé est enregistré avant.
      </p>
      <p className={css.actions}>
        <Button className={boutons.bouton} aria-keyshortcuts="Control+L" onPress={() => void verrouiller()}>
          Verrouiller maintenant <kbd>Ctrl+L</kbd>
        </Button>
      </p>
    </Partie>
  )
}
