import {
  type DispositifEcrit,
  type DispositifLu,
  type Dossier,
  direVerification,
  dispositifDuCatalogue,
} from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import { LECTURES } from '../composants/mots.ts'
import { aujourdhui } from '../horloge.ts'
import { catalogueEnCours } from '../lecture.ts'
import { Criteres, Enonces } from './criteres.tsx'
import css from './detail.module.css'
import type { Changement } from './dire-bascules.ts'
import { direEcart } from './liste.tsx'
import { RepondreIci } from './repondre-ici.tsx'

interface Props {
  dossier: Dossier
  dispositif: DispositifLu
  changements: readonly Changement[]
  motifs: readonly string[]
  retenu: boolean
}

/** Everything that the reading of one dispositif rests on, whom to call, and how old its sheet is. */
export function DetailDispositif({ dossier, dispositif: d, changements, motifs, retenu }: Props) {
  const ecrit = dispositifDuCatalogue(catalogueEnCours(), d.id)
  const { mot, forme } = LECTURES[d.lecture]
  const ecarte = direEcart(motifs)
  return (
    <>
      <div className={css.tete}>
        <h3>{d.nom}</h3>
        <p className={css.lecture}>
          <Forme etat={forme} /> {mot}
        </p>
      </div>
      <p className={css.ou}>
        {ecrit !== undefined && `${ecrit.porteur} · ${ecrit.ou}`}
        {retenu && <strong> · retenu</strong>}
        {ecarte !== '' && <strong> · {ecarte}</strong>}
      </p>
      <p className={css.fraicheur}>
        {direVerification(d, aujourdhui())}. Source&nbsp;: {d.source}.
      </p>
      <Criteres dossier={dossier} criteres={d.criteres} />
      {ecrit !== undefined && <Appels ecrit={ecrit} />}
      <RepondreIci dossier={dossier} faits={d.manquants} />
      {changements.length > 0 && (
        <>
          <h4 className={css.titre4}>Ce qui changerait cette lecture</h4>
          <ul className={css.enonces}>
            {changements.map((c) => (
              <li key={`${c.dit}${c.devient}`}>
                {c.dit}&nbsp;→ {LECTURES[c.devient].mot.toLocaleLowerCase('fr')}
              </li>
            ))}
          </ul>
        </>
      )}
      {ecrit !== undefined && (
        <>
          <Enonces titre="Le jour même" enonces={ecrit.fiche.leJourMeme} />
          <Enonces titre="Comment orienter" enonces={ecrit.fiche.orienter} />
          <Enonces titre="Délai" enonces={ecrit.fiche.delai} />
          <Enonces titre="Durée" enonces={ecrit.fiche.duree} />
          <Enonces titre="Ce que c’est" enonces={ecrit.presentation} />
        </>
      )}
    </>
  )
}

/** Whom to call: those noted at this court with their number, then those whom no source gives a number for. */
function Appels({ ecrit }: { ecrit: DispositifEcrit }) {
  const notes = (ecrit.contacts ?? []).map((c) =>
    [c.qui, c.telephone, c.courriel].filter(Boolean).join(' · '),
  )
  const qui = [...notes, ...ecrit.appels]
  if (qui.length === 0) return null
  return (
    <p>
      À appeler&nbsp;: <strong>{qui.join(' ; ')}</strong>
      {notes.length === 0 && ' (aucun numéro au catalogue)'}
    </p>
  )
}
