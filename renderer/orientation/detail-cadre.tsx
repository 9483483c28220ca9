import {
  type CadreLu,
  type CleFait,
  cadreDuCatalogue,
  type DispositifLu,
  type Dossier,
  definitionFait,
  direEtape,
  direPeriode,
} from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import { LECTURES } from '../composants/mots.ts'
import { aujourdhui } from '../horloge.ts'
import { catalogueEnCours, etatFait } from '../lecture.ts'
import { Criteres, Enonces } from './criteres.tsx'
import css from './detail.module.css'
import { CADRES } from './liste.tsx'
import { RepondreIci } from './repondre-ici.tsx'

interface Props {
  dossier: Dossier
  cadre: CadreLu
  dispositifs: readonly DispositifLu[]
  retenu: boolean
}

/** A legal framework: its articles, what blocks it, what it can carry, and the traps to know before asking for it. */
export function DetailCadre({ dossier, cadre: c, dispositifs, retenu }: Props) {
  const ecrit = cadreDuCatalogue(catalogueEnCours(), c.id, aujourdhui())
  const { mot, forme } = CADRES[c.lecture]
  const portes = dispositifs.filter((d) => c.porte.includes(d.id))
  return (
    <>
      <div className={css.tete}>
        <h3>{c.nom}</h3>
        <p className={css.lecture}>
          <Forme etat={forme} /> {mot}
        </p>
      </div>
      <p className={css.ou}>
        {c.articles.join(', ')}
        {c.nouveauxArticles.length > 0 && ` (au 01/01/2029\u00a0: ${c.nouveauxArticles.join(', ')})`}
        {retenu && <strong> · retenu</strong>}
      </p>
      <p className={css.fraicheur}>
        {direEtape(c.etape)}, {direPeriode(c.enVigueur)}.
        {ecrit !== undefined && ` Source\u00a0: ${ecrit.source} (${ecrit.marque}).`}
      </p>
      {ecrit !== undefined && <p>{ecrit.presentation}</p>}
      {c.motif !== ecrit?.presentation && <p>{c.motif}</p>}
      <Criteres criteres={c.conditions} />
      <RepondreIci dossier={dossier} faits={manquantsDe(c, dossier)} />
      {ecrit !== undefined && (
        <>
          <Enonces titre="Peut porter" enonces={ecrit.peutPorter} />
          <Enonces titre="À savoir" enonces={ecrit.limites} />
        </>
      )}
      {portes.length > 0 && (
        <>
          <h4 className={css.titre4}>Dispositifs qu’il peut porter</h4>
          <ul className={css.enonces}>
            {portes.map((d) => (
              <li key={d.id}>
                {d.nom}&nbsp;: {LECTURES[d.lecture].mot.toLocaleLowerCase('fr')}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Facts behind the unknown conditions that nobody has answered and that no other answer gives. */
function manquantsDe(c: CadreLu, dossier: Dossier): readonly CleFait[] {
  if (c.lecture !== 'a-verifier') return []
  const faits = c.conditions.filter((x) => c.decisifs.includes(x.id)).flatMap((x) => x.faits)
  return [...new Set(faits)].filter(
    (fait) => definitionFait(fait)?.derive !== 'toujours' && etatFait(dossier, fait).etat === 'inconnu',
  )
}
