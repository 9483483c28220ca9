import {
  type CadreEcrit,
  type Catalogue,
  cadreDuCatalogue,
  dateCourte,
  direCondition,
  direEtape,
  direPeriode,
  direVerification,
  etatPeriode,
} from '../../domain/index.ts'
import { aujourdhui } from '../horloge.ts'
import { Age } from './age.tsx'
import css from './catalogue.module.css'
import { useEcran } from './etat.ts'
import { Liste } from './liste.tsx'
import { Enonces, LegendeMarques, Section, Source, Volet } from './morceaux.tsx'

/** Legal frameworks and figures of the law, each with its articles and dates; they are changed by a signed file. */

const COLONNES_CADRES = ['Cadre légal', 'Étape', 'Articles', 'Vérifié le']

export function Cadres({ catalogue }: { catalogue: Catalogue }) {
  const voulu = useEcran((e) => e.choisi.cadres)
  const cadres = catalogue.cadres.map((c) => c.ecrit)
  const choisi = cadres.find((c) => c.id === voulu) ?? cadres[0]
  if (choisi === undefined) return <p className={css.vide}>Ce catalogue ne contient aucun cadre légal.</p>
  const rempli = cadreDuCatalogue(catalogue, choisi.id, aujourdhui()) ?? choisi
  return (
    <div className={css.volets}>
      <section className={css.gauche} aria-label="Cadres légaux">
        <Liste
          onglet="cadres"
          nom="Cadres légaux"
          colonnes={COLONNES_CADRES}
          choisi={choisi.id}
          rangees={cadres.map((c) => ({
            id: c.id,
            texte: c.nom,
            cellules: [
              <span key="nom" className={css.nom}>
                {c.nom}
              </span>,
              direEtape(c.etape),
              c.articles.join(', '),
              <Age key="age" verifieLe={c.verifieLe} />,
            ],
          }))}
        />
      </section>
      <FicheCadre key={choisi.id} cadre={rempli} catalogue={catalogue} />
    </div>
  )
}

function FicheCadre({ cadre: c, catalogue }: { cadre: CadreEcrit; catalogue: Catalogue }) {
  const lu = catalogue.cadres.find((x) => x.ecrit.id === c.id)
  const portes = c.porte.map((id) => catalogue.dispositifs.find((d) => d.ecrit.id === id)?.ecrit.nom ?? id)
  return (
    <Volet nom={`Fiche\u00a0: ${c.nom}`} fiche>
      <h2>{c.nom}</h2>
      <p className={css.sous}>
        {direEtape(c.etape)} · {c.articles.join(', ')}
        {c.nouveauxArticles.length > 0 && <> · en 2029&nbsp;: {c.nouveauxArticles.join(', ')}</>}
      </p>
      <p className={css.fraicheur}>
        {c.verifieLe === null
          ? 'Jamais vérifié, à vérifier avant de requérir'
          : direVerification(c, aujourdhui())}
        . Période&nbsp;: {direPeriode(c)}, {etatPeriode(c, aujourdhui())}.{' '}
        <Source source={c.source} marque={c.marque} />
      </p>
      <Section titre="Présentation">
        <p>{c.presentation}</p>
      </Section>
      <Section titre="Conditions">
        <ul className={css.enonces}>
          {c.conditions.map((ecrite, i) => {
            const condition = lu?.conditions[i]
            return (
              <li key={ecrite.id}>
                <strong>
                  {ecrite.id} {ecrite.libelle}
                </strong>{' '}
                — {ecrite.articles.join(', ')}
                {condition !== undefined && (
                  <>&nbsp;: réuni si {direCondition(condition.vraiSi, catalogue, aujourdhui())}</>
                )}
                . <Source source={ecrite.source} marque={ecrite.marque} />
              </li>
            )
          })}
        </ul>
      </Section>
      <Section titre="Peut porter">
        <Enonces enonces={c.peutPorter} />
        {portes.length > 0 && <p>Dispositifs&nbsp;: {portes.join(', ')}.</p>}
      </Section>
      <Section titre="Limites">
        <Enonces enonces={c.limites} />
      </Section>
      <LegendeMarques />
    </Volet>
  )
}

const COLONNES_SEUILS = ['Seuil', 'En vigueur', 'Depuis', 'Articles']

export function Seuils({ catalogue }: { catalogue: Catalogue }) {
  const voulu = useEcran((e) => e.choisi.seuils)
  const jour = aujourdhui()
  const { seuils } = catalogue
  const choisi = seuils.find((s) => s.nom === voulu) ?? seuils[0]
  if (choisi === undefined) return <p className={css.vide}>Ce catalogue ne contient aucun seuil.</p>
  return (
    <div className={css.volets}>
      <section className={css.gauche} aria-label="Seuils de la loi">
        <Liste
          onglet="seuils"
          nom="Seuils de la loi"
          colonnes={COLONNES_SEUILS}
          choisi={choisi.nom}
          rangees={seuils.map((s) => {
            const periode = s.periodes.find((p) => etatPeriode(p, jour) === 'en vigueur')
            return {
              id: s.nom,
              texte: s.libelle,
              cellules: [
                <span key="nom" className={css.nom}>
                  {s.libelle}
                </span>,
                periode === undefined ? 'aucune valeur' : `${periode.valeur} ${s.unite}`,
                periode?.depuis == null ? 'date non connue' : dateCourte(periode.depuis),
                periode?.articles.join(', ') ?? '',
              ],
            }
          })}
        />
      </section>
      <Volet nom={`Fiche\u00a0: ${choisi.libelle}`} fiche>
        <h2>{choisi.libelle}</h2>
        <Section titre="Valeurs, de la plus ancienne à la plus récente">
          <ul className={css.enonces}>
            {choisi.periodes.map((p) => (
              <li key={`${p.depuis}${p.valeur}`}>
                <strong>
                  {p.valeur} {choisi.unite}
                </strong>{' '}
                — {direPeriode(p)}, {etatPeriode(p, jour)}&nbsp;; {p.articles.join(', ')}.{' '}
                <Source source={p.source} marque={p.marque} />
              </li>
            ))}
          </ul>
        </Section>
        <LegendeMarques />
      </Volet>
    </div>
  )
}
