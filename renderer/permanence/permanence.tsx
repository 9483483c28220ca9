import { Info } from 'lucide-react'
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import {
  chercher,
  compterNonFait,
  type DateIso,
  type Dossier,
  dateLongue,
  direNonFait,
  estTraite,
  type Role,
} from '../../domain/index.ts'
import { ouvrirCatalogue } from '../catalogue/etat.ts'
import { PanneauCollage } from '../collage/panneau.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { Forme } from '../composants/forme.tsx'
import { PROFILS } from '../composants/mots.ts'
import { copierDemande } from '../demandes/actes.ts'
import { useDemandes } from '../demandes/etat.ts'
import { PanneauDemandes } from '../demandes/panneau.tsx'
import { PapiersAudience } from '../documents/audience.tsx'
import { copierDocument } from '../documents/produire.ts'
import { aujourdhui } from '../horloge.ts'
import { lireDossier } from '../lecture.ts'
import { type Panneau, profil, tribunalDuMagasin, useMagasin } from '../magasin.ts'
import { changerVolet, ecouterTouches } from '../touches.ts'
import { Ajout, ajouter } from './ajout.tsx'
import { Audience, DerniereHeure } from './audience.tsx'
import { Bandeau } from './bandeau.tsx'
import { premiereRangee } from './focus.ts'
import { Jour } from './jour.tsx'
import { tableauDe } from './ordre.ts'
import css from './permanence.module.css'
import { Tableau } from './tableau.tsx'
import { TOUCHES_COLLAGE, touchesDuTableau } from './touches.ts'

/** The morning of one day: one strip per person, the time left, what is still to ask. Nothing sensitive sorts or filters people. */
export const Permanence = memo(function Permanence() {
  const arrives = useMagasin((m) => m.dossiers)
  const reglages = useMagasin((m) => m.reglages)
  const panneau = useMagasin((m) => m.panneau)
  const [recherche, rechercher] = useState('')
  const champ = useRef<HTMLInputElement>(null)
  const role = profil()
  const jour = useMagasin((m) => m.position.jour) ?? arrives[0]?.dateAudience ?? aujourdhui()
  const { dossiers, numeros } = tableauDe({ dossiers: arrives, reglages })
  const montres = useMemo(() => chercher(dossiers, recherche), [dossiers, recherche])
  const filtre = recherche.trim() !== ''

  useEffect(
    () =>
      ecouterTouches({
        'Control+n': ajouter,
        'Control+Shift+c': copierIci,
        'Control+f': () => champ.current?.select(),
        f6: () => changerVolet(1),
        'Shift+F6': () => changerVolet(-1),
      }),
    [],
  )

  const traites = arrives.filter((d) => estTraite(lireDossier(d).orientation, role, reglages)).length
  const volet = voletDe(panneau, dossiers)
  return (
    <Cadre
      titre={`Permanence — ${dateLongue(jour)}`}
      milieu={
        <>
          <Jour key={jour} jour={jour} />
          <Audience key={`a${jour}`} jour={jour} traites={traites} total={arrives.length} />
        </>
      }
      coin={<Coin role={role} />}
      bandeau={
        <Bandeau
          onAjouter={ajouter}
          recherche={recherche}
          onRecherche={rechercher}
          onQuitter={() => premiereRangee()?.focus()}
          champ={champ}
          compte={filtre ? `${montres.length} sur ${dossiers.length}` : ''}
        />
      }
      touches={panneau === 'collage' ? TOUCHES_COLLAGE : touchesDuTableau(role)}
      legende={<Legende />}
    >
      <div
        className={css.contenu}
        data-volet-ouvert={volet !== null || undefined}
        data-volet-large={panneau === 'collage' || undefined}
      >
        <div className={css.principal}>
          <div className={css.ligne}>{panneau === 'ajout' && <Ajout />}</div>
          <div className={css.liste} data-rangees data-volet>
            {montres.length > 0 ? (
              <Tableau
                key={jour}
                dossiers={montres}
                numeros={numeros}
                jour={jour}
                role={role}
                filtre={filtre}
              />
            ) : (
              <Vide filtre={filtre} recherche={recherche} role={role} />
            )}
          </div>
          <Informations dossiers={arrives} jour={jour} role={role} />
        </div>
        {volet !== null && (
          <div className={css.volet} data-volet>
            {volet}
          </div>
        )}
      </div>
    </Cadre>
  )
})

/** The one pane on the right, whatever it holds: columns step aside as the list narrows. */
function voletDe(panneau: Panneau, dossiers: readonly Dossier[]): ReactNode {
  if (panneau === 'collage') return <PanneauCollage />
  return panneau === 'demandes' ? <PanneauDemandes dossiers={dossiers} /> : null
}

/** The text of the request in hand, else the fiche of the row in hand. */
function copierIci(): void {
  const { panneau, position } = useMagasin.getState()
  const { choisie } = useDemandes.getState()
  if (panneau === 'demandes' && choisie !== null) copierDemande(choisie)
  else if (position.dossier !== null) void copierDocument(position.dossier, { nom: 'fiche' }, false)
}

const Coin = memo(function Coin({ role }: { role: Role }) {
  return (
    <>
      <span className={css.qui}>
        {PROFILS[role]} · {tribunalDuMagasin()}
      </span>
      <Button className={boutons.bouton} onPress={ouvrirCatalogue} aria-keyshortcuts="F7">
        Catalogue <kbd>F7</kbd>
      </Button>
    </>
  )
})

function Vide({ filtre, recherche, role }: { filtre: boolean; recherche: string; role: Role }) {
  return (
    <p className={css.vide}>
      {filtre ? (
        <>
          Aucun déféré ne correspond à «&nbsp;{recherche.trim()}&nbsp;». <kbd>Échap</kbd> efface la recherche.
        </>
      ) : (
        <>
          Aucun déféré.{' '}
          {role === 'enquete' ? (
            'Appuyez'
          ) : (
            <>
              Collez le tableau «&nbsp;Personnes&nbsp;» de Cassiopée (<kbd>Ctrl+V</kbd>) ou appuyez
            </>
          )}{' '}
          sur <kbd>Ctrl+N</kbd>.
        </>
      )}
    </p>
  )
}

interface PropsInformations {
  dossiers: readonly Dossier[]
  jour: DateIso
  role: Role
}

/** Under the strips: the last useful hour, what was not done, the papers of the whole hearing. */
const Informations = memo(function Informations({ dossiers, jour, role }: PropsInformations) {
  const nonFait = direNonFait(compterNonFait(dossiers))
  return (
    <div className={css.informations}>
      <div>
        <p className={css.information}>
          <Info size={14} aria-hidden="true" />{' '}
          <span>{role !== 'enquete' && <DerniereHeure jour={jour} />}</span>
        </p>
        {nonFait !== null && <p>{nonFait}</p>}
      </div>
      {role === 'parquet' && (
        <div className={css.papiers}>
          <PapiersAudience personnes={dossiers.length} />
        </div>
      )}
    </div>
  )
})

const Legende = memo(function Legende() {
  return (
    <ul className={css.legende} aria-label="Légende du repérage">
      <li>A addiction · L logement · P psychique</li>
      <li>
        <Forme etat="oui" /> oui
      </li>
      <li>
        <Forme etat="non" /> non
      </li>
      <li>
        <Forme etat="inconnu" /> inconnu
      </li>
    </ul>
  )
})
