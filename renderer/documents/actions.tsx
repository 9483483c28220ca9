import { Button } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import { type DocumentPropose, estMessage } from './contenus.ts'
import css from './documents.module.css'
import { copierDocument, produire } from './produire.ts'

interface Action {
  mot: string
  touche: string
  /** The same key in ARIA's words. */
  aria: string
  faire: (id: string, d: DocumentPropose) => void
}

const PDF: Action = {
  mot: 'PDF',
  touche: 'Ctrl+P',
  aria: 'Control+P',
  faire: (id, d) => void produire(id, d, 'pdf'),
}
const COPIER: Action = {
  mot: 'Copier',
  touche: 'Ctrl+Maj+C',
  aria: 'Control+Shift+C',
  faire: (id, d) => void copierDocument(id, d, false),
}
const COPIER_FORME: Action = {
  mot: 'Copier avec mise en forme',
  touche: 'Ctrl+Maj+F',
  aria: 'Control+Shift+F',
  faire: (id, d) => void copierDocument(id, d, true),
}

/** The first one is the usual one. */
const ACTIONS: readonly Action[] = [
  PDF,
  { mot: 'DOCX', touche: 'Ctrl+D', aria: 'Control+D', faire: (id, d) => void produire(id, d, 'docx') },
  { mot: 'ODT', touche: 'Ctrl+O', aria: 'Control+O', faire: (id, d) => void produire(id, d, 'odt') },
  COPIER,
  COPIER_FORME,
]

/** A message is text: it is copied, or kept as a text file. */
const ACTIONS_MESSAGE: readonly Action[] = [COPIER, { ...PDF, mot: 'Fichier texte' }, COPIER_FORME]

/** What becomes of the document: a file, or the clipboard. */
export function Actions({ id, document: d }: { id: string; document: DocumentPropose }) {
  return (
    <div className={css.actions}>
      {(estMessage(d.nom) ? ACTIONS_MESSAGE : ACTIONS).map((a, rang) => (
        <Button
          key={a.mot}
          className={rang === 0 ? boutons.principal : boutons.bouton}
          aria-keyshortcuts={a.aria}
          onPress={() => a.faire(id, d)}
        >
          {a.mot} <kbd>{a.touche}</kbd>
        </Button>
      ))}
    </div>
  )
}
