import { type ReactNode, useRef, useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { type Catalogue, dateCourte, dateEtHeure } from '../../domain/index.ts'
import type { Sortie } from '../../electron/ipc/contract.ts'
import boutons from '../composants/boutons.module.css'
import { Champ } from '../composants/champ.tsx'
import { compter } from '../composants/mots.ts'
import { dire, useMagasin } from '../magasin.ts'
import { appeler } from '../pont.ts'
import { exporter, imprimerRegles, relire, vivants } from './agir.ts'
import css from './catalogue.module.css'
import { ouvrirFormulaire, useEcran } from './etat.ts'
import { Formulaire } from './formulaire.tsx'
import { Examen, type FichierLu } from './import.tsx'
import { Section, Volet } from './morceaux.tsx'

/** How the catalogue travels: what this one is, whose signature is trusted, what a file would change before it does. */
export function Fichier({ catalogue }: { catalogue: Catalogue }) {
  const lu = useMagasin((m) => m.catalogue)
  const formulaire = useEcran((e) => e.formulaire)
  const [fichier, examiner] = useState<FichierLu | null>(null)
  const [refus, refuser] = useState<string | null>(null)

  const ouvrir = async (choisis: FileList | null) => {
    const [choisi] = choisis ?? []
    if (choisi === undefined) return
    dire(null)
    const contenu = await choisi.text()
    const resultat = await appeler('catalogue.examiner', { contenu })
    examiner(resultat.ok ? { nom: choisi.name, contenu, examen: resultat.valeur } : null)
    refuser(resultat.ok ? null : `${choisi.name}\u00a0: ${resultat.message}`)
    ouvrirFormulaire(resultat.ok ? 'import' : null)
  }

  return (
    <div className={css.volets}>
      <Volet nom="Ce catalogue">
        <h2>Ce catalogue</h2>
        <dl className={css.definitions}>
          <Definition mot="Version">{catalogue.version}</Definition>
          <Definition mot="Origine">{direOrigine(lu?.origine)}</Definition>
          <Definition mot="Contenu">
            {compter(catalogue.dispositifs.length, 'dispositif')}, {compter(catalogue.cadres.length, 'cadre')}
            , {compter(catalogue.seuils.length, 'seuil')}, {compter(catalogue.alertes.length, 'alerte')}
          </Definition>
          <Definition mot="Changements locaux">{String(vivants(lu?.changements ?? []).length)}</Definition>
          <Definition mot="Empreinte">
            <code className={css.cle}>{catalogue.empreinte}</code>
          </Definition>
        </dl>
        <div className={css.actions}>
          <FileTrigger onSelect={(choisis) => void ouvrir(choisis)}>
            <Button className={boutons.bouton}>Importer un catalogue signé…</Button>
          </FileTrigger>
          <Button className={boutons.bouton} onPress={() => void exporter()}>
            Exporter, signé
          </Button>
          <Button className={boutons.bouton} onPress={() => void imprimerRegles()}>
            Relire les règles <kbd>Ctrl+P</kbd>
          </Button>
        </div>
        <Section titre="Ma clé publique">
          <MaCle cle={lu?.maCle ?? null} />
        </Section>
        <Section titre="Clés de confiance">
          <Cles cles={lu?.cles ?? []} />
          <div className={css.actions}>
            <Button className={boutons.bouton} onPress={() => ouvrirFormulaire('cle')}>
              Faire confiance à une clé…
            </Button>
          </div>
        </Section>
      </Volet>
      <Volet nom="Fichier reçu">
        {formulaire === 'cle' ? (
          <FormulaireCle />
        ) : (
          <>
            <p role="alert" className={refus === null ? undefined : css.refus}>
              {refus}
            </p>
            {fichier === null || formulaire !== 'import' ? (
              <p className={css.vide}>
                Choisissez un fichier de catalogue&nbsp;: ce qu’il changerait se lit ici avant d’être
                appliqué. Sa signature doit être celle d’une clé de confiance.
              </p>
            ) : (
              <Examen key={fichier.examen.version} fichier={fichier} onApplique={() => examiner(null)} />
            )}
          </>
        )}
      </Volet>
    </div>
  )
}

function direOrigine(origine: Sortie<'catalogue.lire'>['origine'] | undefined): string {
  if (origine?.type !== 'importe') return 'livré avec l’application'
  return `importé le ${dateEtHeure(origine.importeLe)} par ${origine.par}, signé par ${origine.signataire}`
}

function Definition({ mot, children }: { mot: string; children: ReactNode }) {
  return (
    <div>
      <dt>{mot}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function MaCle({ cle }: { cle: string | null }) {
  const champ = useRef<HTMLInputElement>(null)
  if (cle === null) return <p>Elle est créée au premier export.</p>
  const copier = async () => {
    champ.current?.select()
    try {
      await navigator.clipboard.writeText(cle)
      dire('Clé publique copiée.')
    } catch {
      champ.current?.focus()
      dire('La clé est sélectionnée\u00a0: Ctrl+C pour la copier.')
    }
  }
  return (
    <div className={css.maCle}>
      <input ref={champ} className={css.cle} readOnly value={cle} aria-label="Ma clé publique" />
      <Button className={boutons.bouton} onPress={() => void copier()}>
        Copier
      </Button>
    </div>
  )
}

function Cles({ cles }: { cles: Sortie<'catalogue.lire'>['cles'] }) {
  if (cles.length === 0) return <p>Aucune. Sans clé de confiance, aucun fichier ne peut être importé.</p>
  return (
    <ul className={css.enonces}>
      {cles.map((c) => (
        <li key={c.cle}>
          <strong>{c.nom}</strong> — <code className={css.cle}>{c.cle}</code>{' '}
          <small>
            ({c.source}, le {dateCourte(c.date.slice(0, 10))} par {c.par})
          </small>
        </li>
      ))}
    </ul>
  )
}

function FormulaireCle() {
  return (
    <Formulaire
      cle="cle"
      sansDate
      titre="Faire confiance à une clé"
      depart={{ cle: '', nom: '' }}
      action="Faire confiance"
      fait={'Clé enregistrée\u00a0: les catalogues qu’elle signe peuvent être importés.'}
      enregistrer={async ({ cle = '', nom = '' }, { par, source }) => {
        if (nom.trim() === '') return 'Écrivez à qui est cette clé\u00a0: un tribunal, un service.'
        const resultat = await appeler('catalogue.faireConfiance', {
          cle: cle.trim(),
          nom: nom.trim(),
          source,
          par,
        })
        return resultat.ok ? relire() : resultat.message
      }}
    >
      {({ texte }) => (
        <>
          <Champ
            {...texte('cle', 'Clé publique')}
            note={
              '43 caractères, reçus par une autre voie que le fichier\u00a0: téléphone, courrier, main propre.'
            }
          />
          <Champ {...texte('nom', 'À qui est-elle')} />
        </>
      )}
    </Formulaire>
  )
}
