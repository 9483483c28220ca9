import { type MouseEvent, memo, useEffect, useMemo, useRef } from 'react'
import type { EtatRepere, Piece, ReperageExplique } from '../../domain/index.ts'
import { type Bloc, enBlocs, enMarques, type Marque, marquesParBloc } from './blocs.ts'
import { lettreDe } from './dire.ts'
import css from './texte.module.css'
import { enTranches, Tranche } from './tranche.tsx'

interface Props {
  piece: Piece
  reperes: readonly ReperageExplique[]
  etats: readonly EtatRepere[]
  ignores: boolean
  /** Place of the marker in view in the list; -1 when none is. */
  vise: number
  onViser: (rang: number) => void
}

/** Height of one line of text in the sheet. */
const LIGNE = 19
const CARACTERES_PAR_LIGNE = 60
const BLOCS_PAR_TRANCHE = 12
const SANS_MARQUE: readonly Marque[] = []

function hauteurDe(bloc: Bloc | undefined): number {
  if (bloc === undefined) return 0
  return Math.max(bloc.lignes, Math.ceil((bloc.fin - bloc.debut) / CARACTERES_PAR_LIGNE)) * LIGNE
}

/** The text of the piece; a marker is told by the shape of its underline and by a letter, colour comes third. */
export function Texte({ piece, reperes, etats, ignores, vise, onViser }: Props) {
  const boite = useRef<HTMLElement>(null)
  const blocs = useMemo(() => enBlocs(piece), [piece])
  const marques = useMemo(() => marquesParBloc(blocs, enMarques(reperes, ignores)), [blocs, reperes, ignores])

  const tranches = useMemo(
    () =>
      enTranches([...blocs.keys()], BLOCS_PAR_TRANCHE).map((places) => ({
        places,
        hauteur: places.reduce((somme, i) => somme + hauteurDe(blocs[i]), 0),
      })),
    [blocs],
  )
  const blocVise = useMemo(
    () => (vise < 0 ? -1 : marques.findIndex((siennes) => siennes.some((m) => m.rangs.includes(vise)))),
    [marques, vise],
  )

  // Blocks above were never laid out: the second look is from where the first one led.
  useEffect(() => {
    const montrer = () => boite.current?.querySelector('[data-vise]')?.scrollIntoView({ block: 'center' })
    if (vise < 0) return
    montrer()
    const suite = requestAnimationFrame(montrer)
    return () => cancelAnimationFrame(suite)
  }, [vise])

  const surClic = ({ target }: MouseEvent) => {
    const rang =
      target instanceof Element ? target.closest<HTMLElement>('[data-rang]')?.dataset.rang : undefined
    if (rang !== undefined) onViser(Number(rang))
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside does the same from the keyboard
    <section
      ref={boite}
      className={css.texte}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to enter it
      tabIndex={0}
      data-defile
      aria-label={`Texte de la pièce ${piece.nom}`}
      onClick={surClic}
    >
      {tranches.map(({ places, hauteur }, t) => (
        <Tranche
          key={blocs[places[0] ?? 0]?.debut ?? 0}
          hauteur={hauteur}
          force={t === 0 || t === Math.floor(blocVise / BLOCS_PAR_TRANCHE)}
        >
          {() =>
            places.map((i) => {
              const bloc = blocs[i]
              const siennes = marques[i] ?? SANS_MARQUE
              if (bloc === undefined) return null
              return (
                <BlocDeTexte
                  key={`${bloc.debut}/${bloc.page?.numero ?? 'suite'}`}
                  {...bloc}
                  texte={piece.texte}
                  marques={siennes}
                  etats={siennes.map((m) => etatDeMarque(m, etats)).join(' ')}
                  vise={siennes.findIndex((m) => m.rangs.includes(vise))}
                />
              )
            })
          }
        </Tranche>
      ))}
    </section>
  )
}

/** What is left to do on a passage comes first; then that something was confirmed on it. */
function etatDeMarque({ rangs }: Marque, etats: readonly EtatRepere[]): EtatRepere {
  const siens = rangs.flatMap((rang) => etats[rang] ?? [])
  return siens.find((e) => e === 'a-confirmer') ?? siens.find((e) => e === 'confirme') ?? siens[0] ?? 'a-lire'
}

interface PropsBloc extends Bloc {
  texte: string
  marques: readonly Marque[]
  /** One for each mark, spaces between: a string, so that a block that did not change is not drawn again. */
  etats: string
  vise: number
}

const BlocDeTexte = memo(
  function BlocDeTexte({ texte, debut, fin, ligne, page, marques, etats, vise }: PropsBloc) {
    const parMarque = etats.split(' ')
    const finDe = (m: Marque | undefined) => (m === undefined ? debut : Math.min(m.fin, fin))
    return (
      <div className={css.bloc}>
        {page !== null && (
          <p className={css.page}>
            Page {page.numero}
            {page.reconnue && ' – lue par reconnaissance, à vérifier'}
          </p>
        )}
        <span className={css.numero} aria-hidden="true">
          {ligne}
        </span>
        <p className={css.mots}>
          {marques.map((m, i) => (
            <span key={m.debut}>
              {texte.slice(finDe(marques[i - 1]), m.debut)}
              <mark
                className={css.marque}
                data-rang={m.rangs[0]}
                data-niveau={m.niveau}
                data-etat={parMarque[i]}
                data-vise={vise === i || undefined}
              >
                {texte.slice(m.debut, finDe(m))}
                <span className={css.lettre} aria-hidden="true">
                  {lettreDe(m.famille)}
                </span>
              </mark>
            </span>
          ))}
          {texte.slice(finDe(marques.at(-1)), fin)}
        </p>
      </div>
    )
  },
  (a, b) =>
    a.texte === b.texte &&
    a.debut === b.debut &&
    a.fin === b.fin &&
    a.marques === b.marques &&
    a.etats === b.etats &&
    a.vise === b.vise,
)
