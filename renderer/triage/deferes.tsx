import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { Forme } from '../composants/forme.tsx'
import { LECTURES, nomCourt, nomDe, premierDispositif } from '../composants/mots.ts'
import { ouvrirEcran, profil, useMagasin } from '../magasin.ts'
import { avancement } from '../saisie/lignes.ts'
import css from './deferes.module.css'

/** The day's déférés beside the one being triaged: progress and reading in words, order of arrival. */
export function Deferes({ courant }: { courant: string }) {
  const dossiers = useMagasin((m) => m.dossiers)
  const role = profil()
  return (
    <nav className={css.deferes} data-volet aria-label="Déférés du jour">
      <ListBox
        aria-label="Déférés du jour"
        selectionMode="single"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={[courant]}
        onSelectionChange={(cles) => {
          const [cle] = cles === 'all' ? [] : [...cles]
          if (cle !== undefined && cle !== courant) ouvrirEcran('triage', String(cle))
        }}
      >
        <ListBoxSection>
          <Header className={css.titre}>Déférés ({dossiers.length})</Header>
          {dossiers.map((d, i) => {
            const [repondues, lignes] = avancement(d, role)
            const lecture = premierDispositif(d, role)?.lecture
            return (
              <ListBoxItem
                key={d.id}
                id={d.id}
                textValue={`${i + 1} ${nomDe(d)}`}
                className={css.defere}
                {...(d.id === courant && { 'data-entree': true })}
              >
                <span className={css.nom} title={nomDe(d)}>
                  {i + 1} {nomCourt(d)}
                </span>
                <span className={css.avancement}>
                  {lecture && <Forme etat={LECTURES[lecture].forme} />} {repondues}/{lignes}
                </span>
              </ListBoxItem>
            )
          })}
        </ListBoxSection>
      </ListBox>
    </nav>
  )
}
