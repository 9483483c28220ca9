import { type ReactNode, useEffect, useRef } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { focaliserEntree } from '../touches.ts'
import css from './catalogue.module.css'
import { choisir, type Onglet } from './etat.ts'

interface Rangee {
  id: string
  /** As first letters find it. */
  texte: string
  cellules: readonly ReactNode[]
}

interface Props {
  onglet: Onglet
  nom: string
  /** Titles; widths are in the sheet, by tab. */
  colonnes: readonly string[]
  rangees: readonly Rangee[]
  choisi: string | undefined
}

/** Entries on the left: arrows choose, and the sheet on the right follows; Entrée goes to it. */
export function Liste({ onglet, nom, colonnes, rangees, choisi }: Props) {
  const boite = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // The table draws its rows one pass after itself; a tab being chosen with the arrows keeps its focus.
    const cadre = requestAnimationFrame(() => {
      if (document.activeElement?.role === 'tab') return
      boite.current?.querySelector<HTMLElement>('tbody tr[aria-selected="true"]')?.focus()
    })
    return () => cancelAnimationFrame(cadre)
  }, [])

  return (
    <div className={css.table} ref={boite} data-volet data-onglet={onglet}>
      <Table
        aria-label={nom}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={choisi === undefined ? [] : [choisi]}
        onSelectionChange={(cles) => {
          const [cle] = cles === 'all' ? [] : [...cles]
          if (cle !== undefined) choisir(onglet, String(cle))
        }}
        onRowAction={(cle) => {
          choisir(onglet, String(cle))
          focaliserEntree(document.querySelector<HTMLElement>('[data-fiche]'))
        }}
      >
        <TableHeader>
          {colonnes.map((titre, i) => (
            <Column key={titre} isRowHeader={i === 0}>
              {titre}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {rangees.map((r) => (
            <Row
              key={r.id}
              id={r.id}
              textValue={r.texte}
              className={css.rangee}
              {...(r.id === choisi && { 'data-entree': true })}
            >
              {r.cellules.map((cellule, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are the columns, always the same
                <Cell key={i}>{cellule}</Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
