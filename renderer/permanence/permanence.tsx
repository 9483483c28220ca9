import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { type Dossier, dateLongue, type Role } from '../../domain/index.ts'
import { ouvrirCatalogue } from '../catalogue/etat.ts'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { Forme } from '../composants/forme.tsx'
import { FormulaireDossier } from '../composants/formulaire-dossier.tsx'
import { compter, LECTURES, nomDe, PROFILS, premierDispositif } from '../composants/mots.ts'
import { Reperage } from '../composants/reperage.tsx'
import { PapiersAudience } from '../documents/audience.tsx'
import { aujourdhui } from '../horloge.ts'
import { lireDossier } from '../lecture.ts'
import {
  dire,
  ouvrirEcran,
  ouvrirPanneau,
  poserBrouillon,
  profil,
  tribunalDuMagasin,
  useMagasin,
} from '../magasin.ts'
import { saisieDe } from '../saisie/champs-dossier.ts'
import { brouillonNeuf, creerDepuisBrouillon, estCommence } from '../saisie/dossier.ts'
import { ecouterTouches } from '../touches.ts'
import css from './permanence.module.css'

const TOUCHES: readonly Touche[] = [
  { touche: 'Ctrl+N', action: 'Ajouter un déféré', pied: 'ajouter' },
  { touche: '↑ ↓', action: 'Choisir un déféré', pied: 'choisir' },
  { touche: 'Entrée', action: 'Ouvrir le triage', pied: 'ouvrir' },
  { touche: 'Ctrl+Maj+P', action: 'Dossier d’audience\u00a0: toutes les fiches du jour en un PDF' },
  { touche: 'Ctrl+P', action: 'Liste de permanence en PDF' },
  { touche: 'F7', action: 'Catalogue\u00a0: dispositifs, cadres, seuils', pied: 'catalogue' },
  { touche: 'Ctrl+K', action: 'Trouver une personne, une commande, un mot', pied: 'commandes' },
  { touche: 'Ctrl+L', action: 'Verrouiller', pied: 'verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
  { touche: 'Échap', action: 'Fermer le panneau\u00a0; ce qui est tapé est gardé' },
]

/** The papers of a whole hearing are the prosecutor’s. */
const TOUCHES_SANS_PAPIERS = TOUCHES.filter((t) => !t.touche.endsWith('P'))

/** A typed déféré left alone this long becomes a dossier: the idle lock must not take it away. */
const GARDE_MS = 120_000

/** The déférés of the day, in the order they were added: nothing here sorts or filters people. */
export function Permanence() {
  const dossiers = useMagasin((m) => m.dossiers)
  const ouvert = useMagasin((m) => m.panneau === 'formulaire')
  const table = useRef<HTMLDivElement>(null)
  const role = profil()
  const jour = useMagasin((m) => m.position.jour) ?? aujourdhui()

  useEffect(() => {
    const dernier = useMagasin.getState().position.dossier
    // The table draws its rows one pass after itself.
    const cadre = requestAnimationFrame(() => {
      const rangees = [
        ...(table.current?.querySelectorAll<HTMLElement>('[role="row"][data-key], tr[data-key]') ?? []),
      ]
      const cible = rangees.find((r) => r.dataset.key === dernier) ?? rangees.find((r) => r.closest('tbody'))
      cible?.focus()
    })
    const detacher = ecouterTouches({ 'Control+n': ajouter })
    return () => {
      cancelAnimationFrame(cadre)
      detacher()
    }
  }, [])

  return (
    <Cadre
      titre={`Permanence — ${dateLongue(jour)}`}
      coin={
        <>
          {PROFILS[role]} · {tribunalDuMagasin()}
          <Button className={boutons.bouton} onPress={ouvrirCatalogue} aria-keyshortcuts="F7">
            Catalogue <kbd>F7</kbd>
          </Button>
        </>
      }
      bandeau={
        <>
          <Button className={boutons.bouton} onPress={ajouter} aria-keyshortcuts="Control+N">
            <Plus size={14} aria-hidden="true" className={css.icone} /> Ajouter un déféré <kbd>Ctrl+N</kbd>
          </Button>
          {role === 'parquet' && <PapiersAudience personnes={dossiers.length} />}
          <p>{dossiers.length > 0 && `${compter(dossiers.length, 'déféré')} aujourd’hui`}</p>
        </>
      }
      touches={role === 'parquet' ? TOUCHES : TOUCHES_SANS_PAPIERS}
      legende={
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
      }
    >
      <div className={css.contenu} data-ajout={ouvert || undefined}>
        <div className={css.liste} ref={table}>
          {dossiers.length === 0 ? (
            <p className={css.vide}>
              Aucun déféré. Appuyez sur <kbd>Ctrl+N</kbd> pour en ajouter un.
            </p>
          ) : (
            <Deferes dossiers={dossiers} role={role} etroit={ouvert} />
          )}
        </div>
        {ouvert && <Ajout />}
      </div>
    </Cadre>
  )
}

function ajouter() {
  if (useMagasin.getState().brouillon === null) poserBrouillon(brouillonNeuf())
  ouvrirPanneau('formulaire')
}

function Ajout() {
  const brouillon = useMagasin((m) => m.brouillon)

  useEffect(() => {
    if (brouillon === null || !estCommence(brouillon.saisie)) return
    const garde = setTimeout(() => {
      const id = creerDepuisBrouillon()
      if (id === null) return
      ouvrirEcran('triage', id)
      ouvrirPanneau('formulaire')
      dire('Le déféré commencé est enregistré\u00a0; vous pouvez continuer.')
    }, GARDE_MS)
    return () => clearTimeout(garde)
  }, [brouillon])

  if (brouillon === null) return null
  return (
    <div className={css.ajout}>
      <FormulaireDossier
        titre="Nouveau déféré"
        saisie={brouillon.saisie}
        onChange={(saisie) => poserBrouillon({ ...brouillon, saisie })}
        onEntree={() => {
          const id = creerDepuisBrouillon()
          if (id !== null) ouvrirEcran('triage', id)
        }}
        onFermer={() => ouvrirPanneau('aucun')}
        action="Créer et ouvrir"
      />
    </div>
  )
}

interface PropsDeferes {
  dossiers: readonly Dossier[]
  role: Role
  /** While the form is open, the columns that would not fit step aside. */
  etroit: boolean
}

function Deferes({ dossiers, role, etroit }: PropsDeferes) {
  return (
    <Table
      aria-label="Déférés du jour"
      className={css.table}
      onRowAction={(cle) => ouvrirEcran('triage', String(cle))}
    >
      <TableHeader>
        <Column width={40}>N°</Column>
        <Column isRowHeader>Déféré(e)</Column>
        {!etroit && <Column>Faits</Column>}
        <Column>Repérage</Column>
        {!etroit && <Column>Orientation</Column>}
      </TableHeader>
      <TableBody>
        {dossiers.map((d, i) => (
          <Row key={d.id} id={d.id} textValue={nomDe(d)} className={css.rangee}>
            <Cell>{i + 1}</Cell>
            <Cell className={etroit ? css.etroite : css.identite}>
              <span className={css.nom}>{nomDe(d)}</span> {d.personne?.dateNaissance?.slice(0, 4)}
              {!etroit && <span className={css.numero}>{d.numeroParquet}</span>}
            </Cell>
            {!etroit && <Cell>{saisieDe(d).qualification}</Cell>}
            <Cell>
              <Reperage dossier={d} role={role} />
            </Cell>
            {!etroit && (
              <Cell>
                <OrientationEnMots dossier={d} role={role} />
              </Cell>
            )}
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

function OrientationEnMots({ dossier, role }: { dossier: Dossier; role: Role }) {
  const d = premierDispositif(dossier, role)
  if (d === null) return <>{lireDossier(dossier).refus === null ? '' : 'Identité ou procédure à revoir'}</>
  const { mot, forme } = LECTURES[d.lecture]
  return (
    <span className={css.orientation}>
      <Forme etat={forme} /> {d.nom}&nbsp;: {mot.toLocaleLowerCase('fr')}
    </span>
  )
}
