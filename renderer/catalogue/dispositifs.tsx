import { Button, Checkbox } from 'react-aria-components'
import type { Catalogue, DispositifEcrit } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { Choix } from '../composants/champ.tsx'
import { Forme } from '../composants/forme.tsx'
import { tribunalDuMagasin } from '../magasin.ts'
import { Age } from './age.tsx'
import css from './catalogue.module.css'
import { ouvrirFormulaire, regler, useEcran } from './etat.ts'
import { Fiche } from './fiche.tsx'
import { contactEnBref, dispositifsFiltres, inclusionsDe, pourQuiEnBref, tribunauxConnus } from './lignes.ts'
import { Liste } from './liste.tsx'
import { FormulaireModele } from './modele.tsx'
import { Coche } from './morceaux.tsx'

const COLONNES = ['Dispositif, pour qui', 'Ressort', 'Inclusions', 'Vérifié le', 'Contact']

/** The dispositifs of a court, or all of them, and the sheet of the chosen one. */
export function Dispositifs({ catalogue }: { catalogue: Catalogue }) {
  const ici = tribunalDuMagasin()
  const tribunal = useEcran((e) => e.tribunal) ?? ici
  const clos = useEcran((e) => e.clos)
  const voulu = useEcran((e) => e.choisi.dispositifs)
  const formulaire = useEcran((e) => e.formulaire)
  const dispositifs = dispositifsFiltres(catalogue, { tribunal, clos })
  const choisi = dispositifs.find((d) => d.id === voulu) ?? dispositifs[0]

  return (
    <div className={css.volets}>
      <section className={css.gauche} aria-label="Dispositifs">
        <div className={css.filtre}>
          <Choix
            libelle="Tribunal"
            vide="tous"
            valeur={tribunal}
            onChange={(valeur) => regler({ tribunal: valeur })}
            valeurs={tribunauxConnus(catalogue, ici).map((t) => ({ code: t, libelle: t }))}
          />
          <Checkbox className={css.case} isSelected={clos} onChange={(vu) => regler({ clos: vu })}>
            <Coche />
            voir aussi les dispositifs clos
          </Checkbox>
          <Button className={boutons.bouton} onPress={() => ouvrirFormulaire('modele')}>
            Créer d’après un modèle…
          </Button>
        </div>
        {dispositifs.length === 0 ? (
          <p className={css.vide}>
            Aucun dispositif ouvert pour ce tribunal. Choisissez «&nbsp;tous&nbsp;», ou créez-en un d’après un
            modèle.
          </p>
        ) : (
          <Liste
            onglet="dispositifs"
            nom="Dispositifs"
            colonnes={COLONNES}
            rangees={dispositifs.map((d) => rangee(d, catalogue))}
            choisi={choisi?.id}
          />
        )}
      </section>
      {formulaire === 'modele' ? (
        <FormulaireModele catalogue={catalogue} />
      ) : (
        choisi && <Fiche key={choisi.id} dispositif={choisi} catalogue={catalogue} />
      )}
    </div>
  )
}

function rangee(d: DispositifEcrit, catalogue: Catalogue) {
  const { forme, mot } = inclusionsDe(d, catalogue)
  const bref = pourQuiEnBref(d)
  return {
    id: d.id,
    texte: d.nom,
    cellules: [
      <span key="nom" className={css.deuxLignes} title={bref}>
        <span className={css.nom}>{d.nom}</span>
        <span className={css.bref}>{bref}</span>
      </span>,
      <span key="ou" className={css.ressort} title={d.ou}>
        {d.ou}
      </span>,
      <span key="inclusions" className={css.deuxLignes} title={`État connu\u00a0: ${d.etatConnu}`}>
        <span>
          <Forme etat={forme} /> {mot}
        </span>
        <span className={css.bref}>{d.etatConnu}</span>
      </span>,
      <Age key="age" verifieLe={d.verifieLe} />,
      contactEnBref(d),
    ],
  }
}
