import { useCallback, useEffect, useRef } from 'react'
import { type CleFait, type Dossier, definitionFait, type Role } from '../../domain/index.ts'
import css from './champs-prives.module.css'
import { cocherValeur, listeDe, noterTexte, TEXTE_MAX, texteDe } from './noter.ts'

const PAUSE_MS = 250

/** What each side writes for itself, in the order of its note. */
const CHAMPS: Readonly<Record<Role, readonly CleFait[]>> = {
  parquet: ['requisition.peine', 'requisition.obligations', 'requisition.subsidiaire', 'note.parquet'],
  defense: ['plaidoirie.pieces', 'plaidoirie.subsidiaire', 'note.defense'],
  enquete: [],
}

export function ChampsPrives({ dossier, role }: { dossier: Dossier; role: Role }) {
  return CHAMPS[role].map((fait) =>
    definitionFait(fait)?.type === 'liste' ? (
      <Cases key={fait} dossier={dossier} fait={fait} />
    ) : (
      <Texte key={fait} id={dossier.id} fait={fait} connu={texteDe(dossier, fait)} />
    ),
  )
}

/** Kept at each pause, when the field is left, when the screen closes and when the store locks. */
function Texte({ id, fait, connu }: { id: string; fait: CleFait; connu: string }) {
  const zone = useRef<HTMLTextAreaElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const dernier = useRef(connu)

  const garder = useCallback(() => {
    if (pause.current === undefined) return
    clearTimeout(pause.current)
    pause.current = undefined
    noterTexte(id, fait, dernier.current)
  }, [id, fait])

  useEffect(() => garder, [garder])

  // An undo, or another screen; what is being typed is never written over.
  useEffect(() => {
    const champ = zone.current
    if (champ === null || pause.current !== undefined || champ.value.trim() === connu) return
    champ.value = connu
    dernier.current = connu
  }, [connu])

  const nom = `prive-${fait}`
  return (
    <div className={css.champ}>
      <label htmlFor={nom}>{definitionFait(fait)?.libelle}</label>
      <textarea
        id={nom}
        ref={zone}
        rows={2}
        defaultValue={connu}
        maxLength={TEXTE_MAX}
        autoComplete="off"
        spellCheck={false}
        onInput={(e) => {
          dernier.current = e.currentTarget.value
          clearTimeout(pause.current)
          pause.current = setTimeout(garder, PAUSE_MS)
        }}
        onBlur={garder}
      />
    </div>
  )
}

function Cases({ dossier, fait }: { dossier: Dossier; fait: CleFait }) {
  const cochees = listeDe(dossier, fait)
  return (
    <fieldset className={css.cases}>
      <legend>{definitionFait(fait)?.libelle}</legend>
      {definitionFait(fait)?.valeurs?.map((v) => (
        <label key={v.code}>
          <input
            type="checkbox"
            checked={cochees.includes(v.code)}
            onChange={() => cocherValeur(dossier.id, fait, v.code)}
          />
          {v.libelle}
        </label>
      ))}
    </fieldset>
  )
}
