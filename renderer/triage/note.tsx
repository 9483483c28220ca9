import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from 'react'
import { type Dossier, repondre } from '../../domain/index.ts'
import { ResumeDesDemandes } from '../demandes/du-dossier.tsx'
import { etatFait } from '../lecture.ts'
import { declarer, dossierDe, profil, useMagasin } from '../magasin.ts'
import { acte } from '../saisie/acte.ts'
import { focaliserLigne } from './focus.ts'
import css from './note.module.css'

const NOTE = 'permanence.note'
/** What one declaration may hold. */
const LONGUEUR_MAX = 2000
/** A group of keystrokes is saved after this pause (ecrans.md §2.4, rule 1). */
const PAUSE_MS = 250

/** Words for oneself, that no document prints. Letters typed here answer nothing. */
export const Note = memo(function Note({ id }: { id: string }) {
  const gardee = useMagasin((m) => noteDe(m.dossiers.find((d) => d.id === id)))
  // What is being typed, null while the field is not: an undo then shows at once.
  const [saisie, ecrire] = useState<string | null>(null)
  const [phrase, dire] = useState('')
  const champ = useId()
  const aide = useId()
  const courante = useRef<{ texte: string | null; lot: string }>({ texte: null, lot: '' })
  courante.current.texte = saisie

  const garder = () => {
    const { texte, lot } = courante.current
    if (texte !== null) noter(id, texte, lot)
  }

  useEffect(() => {
    if (saisie === null) return
    const pause = setTimeout(() => noter(id, saisie, courante.current.lot), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [id, saisie])

  // Another dossier or a lock may take the field away without a blur: what it holds is kept all the same.
  useEffect(
    () => () => {
      const { texte, lot } = courante.current
      if (texte !== null) noter(id, texte, lot)
    },
    [id],
  )

  const surTouche = (e: KeyboardEvent) => {
    if (e.key !== 'Escape') return
    e.preventDefault()
    e.stopPropagation()
    const { ligne } = useMagasin.getState().position
    if (ligne !== null) focaliserLigne(ligne)
  }

  return (
    <section className={css.note} data-volet aria-label="Note">
      <div className={css.tete}>
        <label htmlFor={champ}>
          Note{profil() === 'parquet' && <span className={css.qui}> (parquet)</span>}
        </label>
        <ResumeDesDemandes id={id} />
      </div>
      <textarea
        id={champ}
        className={css.champ}
        data-saisie
        data-entree
        autoComplete="off"
        spellCheck={false}
        aria-describedby={aide}
        aria-invalid={phrase !== ''}
        value={saisie ?? gardee}
        onFocus={() => {
          courante.current.lot = crypto.randomUUID()
        }}
        onChange={(e) => {
          const texte = e.target.value
          const tropLong = texte.length > LONGUEUR_MAX
          dire(tropLong ? direTropLong(texte.length) : '')
          if (!tropLong) ecrire(texte)
        }}
        onKeyDown={surTouche}
        onBlur={() => {
          garder()
          dire('')
          ecrire(null)
        }}
      />
      <p id={aide} className={css.aide} role="status" data-refus={phrase !== '' || undefined}>
        {phrase === '' ? 'Ne s’imprime jamais.' : phrase}
      </p>
    </section>
  )
})

function direTropLong(longueur: number): string {
  const enTrop = longueur - LONGUEUR_MAX
  return `La note garde 2\u00a0000 caractères\u00a0: ${enTrop} de trop. Rien n’a été ajouté\u00a0; raccourcissez.`
}

function noteDe(dossier: Dossier | undefined): string {
  if (dossier === undefined) return ''
  const etat = etatFait(dossier, NOTE)
  if (etat.etat === 'connu') return String(etat.valeur)
  // Two stores joined: both are kept until one is typed over.
  return etat.etat === 'contradictoire' ? etat.valeurs.map(String).join('\n') : ''
}

/** One visit of the field is one act: an undo takes it back whole. */
function noter(id: string, texte: string, lot: string): void {
  const dossier = dossierDe(id)
  const vide = texte.trim() === ''
  if (dossier === undefined || (vide ? '' : texte) === noteDe(dossier)) return
  const quoi = vide ? ({ valeur: null, inconnu: 'pas-demande' } as const) : { valeur: texte }
  const reponse = { fait: NOTE, ...quoi, origine: 'procedure', verifie: false } as const
  declarer(id, [{ ...repondre(dossier, reponse, acte()), lot }])
}
