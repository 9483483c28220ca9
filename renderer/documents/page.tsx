import type {
  ChecklistContenu,
  Contenu,
  DocumentContenu,
  MessageContenu,
  NoteContenu,
  Section,
  Talon,
} from '../../domain/index.ts'
import { AvecBlancs, Blanc, Segments, TableEnonces, Tete, UnAppel } from './morceaux.tsx'
import css from './page.module.css'

/** What can be previewed for one person. */
export type ContenuDossier = Exclude<Contenu, { type: 'liste' | 'dossier-audience' }>

/** The content of the paper as an accessible page: headings, tables and lists, in the order of the paper. */
export function PageDocument({ contenu: c }: { contenu: ContenuDossier }) {
  switch (c.type) {
    case 'fiche':
      return <PageFiche contenu={c} />
    case 'checklist':
      return <PageChecklist contenu={c} />
    case 'message':
      return <PageMessage contenu={c} />
    default:
      return <PageNote contenu={c} />
  }
}

function Sections({ sections }: { sections: readonly Section[] }) {
  return sections.map((s) => (
    <section key={s.id} className={css.section}>
      <h3>
        {s.titre}
        {s.mention !== undefined && <span className={css.lecture}> – {s.mention}</span>}
      </h3>
      {s.notes.map((n) => (
        <p key={n} className={css.notes}>
          <AvecBlancs texte={n} />
        </p>
      ))}
      <TableEnonces titre={s.titre} enonces={s.enonces} />
    </section>
  ))
}

function PageFiche({ contenu: c }: { contenu: DocumentContenu }) {
  return (
    <>
      <Tete titre={c.titre} entete={c.entete} mention={c.pied} />
      {c.alertes.length > 0 && (
        <section className={css.section}>
          <h3>Alertes</h3>
          <ul className={css.puces}>
            {c.alertes.map((a) => (
              <li key={a.id}>
                {a.bloquante && <strong>Bloquant&nbsp;: </strong>}
                {a.texte} <span className={css.source}>{a.articles.join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Sections sections={c.sections} />
      <PageTalon talon={c.talon} />
    </>
  )
}

function PageTalon({ talon: t }: { talon: Talon }) {
  return (
    <section className={css.talon}>
      <p className={css.decoupe}>à détacher</p>
      <h3>
        Pour l’avocat<span className={css.lecture}> – {t.lecture}</span>
      </h3>
      <h4>{t.titre}</h4>
      <ul className={css.puces}>
        {t.presentation.map((p) => (
          <li key={p.texte}>
            {p.texte} {p.source !== '' && <span className={css.source}>{p.source}</span>}
          </li>
        ))}
      </ul>
      {t.direOui !== null && (
        <>
          <h4>Dire oui à</h4>
          <p>{t.direOui}.</p>
          <ul className={css.puces}>
            {t.reponses.map((r) => (
              <li key={r.libelle}>
                <strong>{r.libelle}&nbsp;:</strong> <Segments segments={r.segments} />
              </li>
            ))}
          </ul>
        </>
      )}
      {t.appels.length > 0 && (
        <>
          <h4>Qui appeler</h4>
          <ul className={css.puces}>
            {t.appels.map((a) => (
              <li key={a.qui}>
                <UnAppel appel={a} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={css.mention}>
        {t.verification}. «&nbsp;Hors critères&nbsp;» n’est jamais un motif pour requérir la prison.
      </p>
    </section>
  )
}

const MOTS = { fait: 'fait', 'sans-objet': 'sans objet', 'a-faire': 'à faire' } as const

function PageChecklist({ contenu: c }: { contenu: ChecklistContenu }) {
  return (
    <>
      <Tete titre={c.titre} entete={c.entete} mention={c.pied} />
      <section className={css.section}>
        <h3>
          {c.reglees}/{c.etapes.length}
        </h3>
        <table className={css.table}>
          <caption>{c.consigne}</caption>
          <thead>
            <tr>
              <th scope="col">État</th>
              <th scope="col">N°</th>
              <th scope="col">Étape</th>
              <th scope="col">À noter</th>
            </tr>
          </thead>
          <tbody>
            {c.etapes.map((e) => (
              <tr key={e.fait}>
                <td className={css.etat}>{MOTS[e.etat]}</td>
                <td>{e.numero}</td>
                <th scope="row" className={css.etape}>
                  {e.texte}
                  {e.auDossier.length > 0 && (
                    <p className={css.notes}>
                      au dossier&nbsp;: <Segments segments={e.auDossier} />
                    </p>
                  )}
                  {e.motif !== null && <p className={css.notes}>{e.motif}</p>}
                  {e.appel !== undefined && (
                    <p className={css.notes}>
                      appeler&nbsp;: <UnAppel appel={e.appel} />
                    </p>
                  )}
                </th>
                <td className={css.noter}>
                  {e.precision === null ? <AvecBlancs texte={e.aCompleter} /> : <bdi>{e.precision}</bdi>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function PageNote({ contenu: c }: { contenu: NoteContenu }) {
  return (
    <>
      <Tete titre={c.titre} entete={c.entete} mention={c.pied} />
      <Sections sections={c.sections} />
    </>
  )
}

function PageMessage({ contenu: c }: { contenu: MessageContenu }) {
  return (
    <>
      <header className={css.tete}>
        <h2>{c.titre}</h2>
      </header>
      <p>
        Objet&nbsp;: <strong>{c.objet === '' ? <Blanc /> : c.objet}</strong>
      </p>
      <p className={css.message}>{c.corps.join('\n')}</p>
    </>
  )
}
