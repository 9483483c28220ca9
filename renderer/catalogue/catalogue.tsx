import { useEffect } from 'react'
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { compter } from '../composants/mots.ts'
import { catalogueEnCours } from '../lecture.ts'
import { useMagasin } from '../magasin.ts'
import { changerVolet, ecouterTouches } from '../touches.ts'
import { imprimerRegles, reprendreDernier, vivants } from './agir.ts'
import css from './catalogue.module.css'
import { Dispositifs } from './dispositifs.tsx'
import { Cadres, Seuils } from './droit.tsx'
import { type Onglet, quitterCatalogue, regler, useEcran } from './etat.ts'
import { Fichier } from './fichier.tsx'

const TOUCHES: readonly Touche[] = [
  { touche: '↑ ↓', action: 'Choisir une entrée', pied: 'choisir' },
  { touche: 'Entrée', action: 'Aller à la fiche de l’entrée choisie', pied: 'fiche' },
  { touche: 'Tab', action: 'Liste, fiche, puis ce que l’on peut y faire', pied: 'agir' },
  { touche: '← →', action: 'Dans les onglets\u00a0: Dispositifs, Cadres, Seuils, Fichier' },
  { touche: 'F6', action: 'Volet suivant (Maj+F6\u00a0: précédent)', pied: 'volet' },
  { touche: 'Ctrl+Z', action: 'Annuler le dernier changement local', pied: 'annuler' },
  { touche: 'Ctrl+P', action: '«\u00a0Relire les règles\u00a0» en PDF', pied: 'relire les règles' },
  { touche: 'Échap', action: 'Fermer le formulaire (le texte est gardé), puis revenir', pied: 'revenir' },
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
]

/** The catalogue in force: what it says, how old it is, what was changed here, and how it travels. */
export function Catalogue() {
  const onglet = useEcran((e) => e.onglet)
  const lu = useMagasin((m) => m.catalogue)
  const catalogue = catalogueEnCours()

  useEffect(
    () =>
      ecouterTouches({
        f6: () => changerVolet(1),
        'Shift+F6': () => changerVolet(-1),
        'Control+z': () => void reprendreDernier(),
        'Control+p': () => void imprimerRegles(),
      }),
    [],
  )

  const locaux = vivants(lu?.changements ?? []).length
  return (
    <Tabs
      className={css.onglets}
      selectedKey={onglet}
      onSelectionChange={(cle) => regler({ onglet: cle as Onglet })}
    >
      <Cadre
        titre={`Catalogue du ${catalogue.version.split('-').reverse().join('/')}`}
        coin={
          <>
            <span>
              {lu?.origine.type === 'importe'
                ? `importé, signé par ${lu.origine.signataire}`
                : 'livré avec l’application'}
              {locaux > 0 && ` · ${compter(locaux, 'changement')} ici`}
            </span>
            <Button
              className={boutons.bouton}
              aria-keyshortcuts="Control+P"
              onPress={() => void imprimerRegles()}
            >
              Relire les règles <kbd>Ctrl+P</kbd>
            </Button>
            <Button className={boutons.bouton} onPress={quitterCatalogue}>
              Revenir <kbd>Échap</kbd>
            </Button>
          </>
        }
        bandeau={
          <TabList aria-label="Parties du catalogue" className={css.liste}>
            <Tab id="dispositifs" className={css.onglet}>
              Dispositifs
            </Tab>
            <Tab id="cadres" className={css.onglet}>
              Cadres légaux
            </Tab>
            <Tab id="seuils" className={css.onglet}>
              Seuils de la loi
            </Tab>
            <Tab id="fichier" className={css.onglet}>
              Fichier et clés
            </Tab>
          </TabList>
        }
        touches={TOUCHES}
      >
        <TabPanel id="dispositifs" className={css.panneau}>
          <Dispositifs catalogue={catalogue} />
        </TabPanel>
        <TabPanel id="cadres" className={css.panneau}>
          <Cadres catalogue={catalogue} />
        </TabPanel>
        <TabPanel id="seuils" className={css.panneau}>
          <Seuils catalogue={catalogue} />
        </TabPanel>
        <TabPanel id="fichier" className={css.panneau}>
          <Fichier catalogue={catalogue} />
        </TabPanel>
      </Cadre>
    </Tabs>
  )
}
