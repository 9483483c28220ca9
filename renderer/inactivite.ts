import { useMagasin, verrouiller } from './magasin.ts'

/** S8: the store locks by itself after N minutes without a key or the pointer, and when the clock jumps. */

const TOUR_MS = 5000
/** A clock that is set right moves by less. */
const SAUT_MS = 60_000
const MINUTE_MS = 60_000

interface Horloges {
  /** The clock of the workstation: it counts a sleep, and can be set. */
  murale(): number
  /** Only ever goes forward, at its own pace. */
  reguliere(): number
}

interface Veille {
  geste(): void
  /** True when the store has to lock; called at each turn. */
  depassee(minutes: number): boolean
}

export function creerVeille({ murale, reguliere }: Horloges): Veille {
  let geste = { mur: murale(), sur: reguliere() }
  let tour = geste
  return {
    geste() {
      geste = { mur: murale(), sur: reguliere() }
    },
    depassee(minutes) {
      const ici = { mur: murale(), sur: reguliere() }
      const saut = Math.abs(ici.mur - tour.mur - (ici.sur - tour.sur))
      tour = ici
      // Either clock is enough: one may have slept.
      return saut > SAUT_MS || Math.max(ici.mur - geste.mur, ici.sur - geste.sur) >= minutes * MINUTE_MS
    },
  }
}

const GESTES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Watches the page; returns the function that stops it. */
export function surveillerInactivite(): () => void {
  const veille = creerVeille({ murale: () => Date.now(), reguliere: () => performance.now() })
  let enCours = false

  const verifier = (): boolean => {
    const { application, reglages } = useMagasin.getState()
    const depassee = veille.depassee(reglages.verrouApres)
    if (!depassee || application?.coffre !== 'ouvert') return false
    if (!enCours) {
      enCours = true
      void verrouiller().finally(() => {
        enCours = false
      })
    }
    return true
  }

  // The first key after a sleep may come before the turn that would have locked: it must not reach the dossier.
  const surGeste = (e: Event) => {
    if (!verifier()) {
      veille.geste()
      return
    }
    e.stopImmediatePropagation()
    if (e.cancelable) e.preventDefault()
  }

  const ecoute = { capture: true, passive: false }
  for (const nom of GESTES) window.addEventListener(nom, surGeste, ecoute)
  document.addEventListener('visibilitychange', verifier)
  const minuterie = setInterval(verifier, TOUR_MS)
  return () => {
    for (const nom of GESTES) window.removeEventListener(nom, surGeste, ecoute)
    document.removeEventListener('visibilitychange', verifier)
    clearInterval(minuterie)
  }
}
