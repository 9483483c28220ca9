import { useState } from 'react'
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Role } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { Champ } from '../composants/champ.tsx'
import { compter } from '../composants/mots.ts'
import { Page } from '../composants/page.tsx'
import { SExercer } from '../exercice/s-exercer.tsx'
import { appeler } from '../pont.ts'
import { CodeRecuperation } from './code-recuperation.tsx'
import css from './premier-demarrage.module.css'

const LONGUEUR_PHRASE = 12

const PROFILS: readonly { role: Role; nom: string; sens: string }[] = [
  {
    role: 'parquet',
    nom: 'Parquet',
    sens: 'Magistrat de permanence\u00a0: procédure, casier, APPI, fiche pour l’audience.',
  },
  {
    role: 'enquete',
    nom: 'Enquête sociale',
    sens: 'Enquêteur\u00a0: ce que dit la personne\u00a0; ni casier, ni Cassiopée, ni APPI.',
  },
  {
    role: 'defense',
    nom: 'Défense',
    sens: 'Avocat\u00a0: rien n’est transmis au parquet sans un geste de votre part.',
  },
]

/** The store is made for one profile and one court; both are chosen once. */
export function PremierDemarrage() {
  const [profil, choisirProfil] = useState<Role | null>(null)
  const [tribunal, ecrireTribunal] = useState('')
  const [phrase, ecrirePhrase] = useState('')
  const [confirmation, ecrireConfirmation] = useState('')
  const [erreur, dire] = useState<string | null>(null)
  const [enCours, attendre] = useState(false)
  const [code, montrerCode] = useState<string | null>(null)

  if (code !== null) return <CodeRecuperation code={code} />

  const creer = async () => {
    if (enCours) return
    const manque = ceQuiManque({ profil, tribunal, phrase, confirmation })
    dire(manque)
    if (manque !== null || profil === null) return
    attendre(true)
    const resultat = await appeler('coffre.creer', { profil, tribunal: tribunal.trim(), phrase })
    attendre(false)
    if (resultat.ok) montrerCode(resultat.valeur.codeRecuperation)
    else dire(resultat.message)
  }

  return (
    <Page titre="Premier démarrage">
      <p>
        Ces choix valent pour ce poste. Les données de chaque profil restent séparées, sous leur propre clé.
      </p>
      <Form
        className={css.formulaire}
        onSubmit={(e) => {
          e.preventDefault()
          void creer()
        }}
      >
        <RadioGroup
          className={css.profils}
          value={profil}
          onChange={(valeur) => choisirProfil(PROFILS.find((p) => p.role === valeur)?.role ?? null)}
        >
          <Label>Profil</Label>
          {PROFILS.map((p, i) => (
            <Radio key={p.role} value={p.role} autoFocus={i === 0} className={css.profil}>
              <span className={css.nom}>{p.nom}</span>
              <span>{p.sens}</span>
            </Radio>
          ))}
        </RadioGroup>
        <Champ
          libelle="Ville du tribunal judiciaire"
          valeur={tribunal}
          onChange={ecrireTribunal}
          max={100}
          note="Par exemple : Bobigny."
        />
        <Champ
          libelle="Phrase secrète"
          type="password"
          valeur={phrase}
          onChange={ecrirePhrase}
          max={1024}
          note={
            phrase.length === 0 || phrase.length >= LONGUEUR_PHRASE
              ? `${LONGUEUR_PHRASE} caractères au moins\u00a0: quatre mots sans rapport suffisent.`
              : `Encore ${compter(LONGUEUR_PHRASE - phrase.length, 'caractère')}.`
          }
        />
        <Champ
          libelle="La même, une seconde fois"
          type="password"
          valeur={confirmation}
          onChange={ecrireConfirmation}
          max={1024}
        />
        <div className={css.actions}>
          <Button type="submit" className={boutons.principal}>
            {enCours ? 'Création du coffre…' : 'Créer le coffre'} <kbd>Entrée</kbd>
          </Button>
          <p role="alert">{erreur}</p>
        </div>
      </Form>
      <SExercer />
    </Page>
  )
}

interface Choix {
  profil: Role | null
  tribunal: string
  phrase: string
  confirmation: string
}

/** One sentence, for the first thing to put right. */
function ceQuiManque({ profil, tribunal, phrase, confirmation }: Choix): string | null {
  if (profil === null) return 'Choisissez un profil.'
  if (tribunal.trim() === '') return 'Écrivez la ville du tribunal.'
  if (phrase.length < LONGUEUR_PHRASE)
    return `Allongez la phrase secrète\u00a0: ${LONGUEUR_PHRASE} caractères au moins.`
  if (phrase !== confirmation) return 'Les deux phrases diffèrent\u00a0: retapez la seconde.'
  return null
}
