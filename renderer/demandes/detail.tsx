import { Button } from 'react-aria-components'
import { type Dossier, direHeureActe } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { nomDe } from '../composants/mots.ts'
import { useMagasin } from '../magasin.ts'
import { copierDemande, envoyerDemande, noterSuite, recevoir, reprendre } from './actes.ts'
import { type Choisie, useDemandes } from './etat.ts'
import { type Demande, demandesDe, direContact, direEtat, texteDe } from './lire.ts'
import css from './panneau.module.css'
import { Reponses } from './reponses.tsx'

/** The chosen request: for whom, whom to call, what is said, and what can be done of it. */
export function Detail({ choisie }: { choisie: Choisie }) {
  const dossier = useMagasin((m) => m.dossiers.find((d) => d.id === choisie.dossier))
  const reponse = useDemandes((e) => e.reponse)
  useMagasin((m) => m.reglages)
  const demande = dossier && demandesDe(dossier).find((d) => d.destinataire === choisie.destinataire)
  if (dossier === undefined || demande === undefined) return null
  if (reponse && demande.suite === 'recue')
    return <Reponses choisie={choisie} dossier={dossier} le={demande.le} />
  return <Texte choisie={choisie} dossier={dossier} demande={demande} />
}

interface Props {
  choisie: Choisie
  dossier: Dossier
  demande: Demande
}

function Texte({ choisie, dossier, demande }: Props) {
  const { destinataire } = choisie
  const texte = texteDe(dossier, destinataire)
  if (texte === null) return null
  return (
    <section className={css.detail} data-volet aria-label="Texte de la demande">
      <div className={css.titre}>
        <h3>{texte.titre}</h3>
        <p>
          {nomDe(dossier)} · {stamps(demande)}
        </p>
        {demande.suite !== null && (
          <Button className={boutons.bouton} onPress={() => reprendre(choisie)}>
            Reprendre <kbd>Ret. arr.</kbd>
          </Button>
        )}
      </div>
      <div className={css.contact}>
        <p>{direContact(dossier, destinataire)}</p>
        <p title="Objet du courriel">Objet&nbsp;: {texte.objet}</p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by the keyboard */}
      <section className={css.texte} tabIndex={0} aria-label={`Texte à copier, ${texte.titre}`}>
        {texte.lignes.map((l, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text, in its order
          <p key={i}>{l}</p>
        ))}
      </section>
      <Actions choisie={choisie} demande={demande} />
    </section>
  )
}

/** « demandée 9 h 12, 9 h 40 »: every press that was not undone, then what became of it. */
function stamps(demande: Demande): string {
  const { suite, demandeeLe } = demande
  const heures = demandeeLe.map(direHeureActe).join(', ')
  if (suite === 'demandee') return `demandée ${heures}`
  const fin = direEtat(demande)
  return suite === null || heures === '' ? fin : `demandée ${heures} · ${fin}`
}

function Actions({ choisie, demande }: Pick<Props, 'choisie' | 'demande'>) {
  const lettres = useMagasin((m) => m.reglages.lettres)
  const lettre = (l: string) => lettres && <kbd>{l}</kbd>
  return (
    <fieldset className={css.actions} aria-label="Actions sur la demande">
      <Button className={boutons.principal} onPress={() => copierDemande(choisie)}>
        Copier {lettre('c')}
      </Button>
      <Button className={boutons.bouton} onPress={() => envoyerDemande(choisie)}>
        Courriel {lettre('m')}
      </Button>
      <Button className={boutons.bouton} onPress={() => noterSuite(choisie, 'a-rappeler')}>
        À rappeler {lettre('a')}
      </Button>
      <Button className={boutons.bouton} onPress={() => recevoir(choisie)}>
        {demande.suite === 'recue' ? 'Noter la réponse' : 'Réponse reçue'} {lettre('r')}
      </Button>
      <span className={css.clore}>
        <Button className={boutons.bouton} onPress={() => noterSuite(choisie, 'faute-de-temps')}>
          Faute de temps {lettre('t')}
        </Button>
        <Button className={boutons.bouton} onPress={() => noterSuite(choisie, 'refus')}>
          Refus {lettre('x')}
        </Button>
        <Button className={boutons.bouton} onPress={() => noterSuite(choisie, 'sans-objet')}>
          Sans objet {lettre('s')}
        </Button>
      </span>
    </fieldset>
  )
}
