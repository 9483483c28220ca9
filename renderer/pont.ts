import type { Entree, NomRoute, Pont, Resultat, Sortie } from '../electron/ipc/contract.ts'

declare global {
  interface Window {
    readonly aiguillage: Pont
  }
}

let observer: (route: NomRoute, entree: unknown) => void = () => {}

/** Hears of each call that succeeded. */
export function observerAppels(ecouteur: typeof observer): void {
  observer = ecouteur
}

/** Calls a route; a broken channel becomes a sentence like any other failure, never an exception. */
export async function appeler<R extends NomRoute>(route: R, entree: Entree<R>): Promise<Resultat<Sortie<R>>> {
  try {
    const resultat = await window.aiguillage.invoke(route, entree)
    if (resultat.ok) observer(route, entree)
    return resultat
  } catch {
    return {
      ok: false,
      code: 'canal',
      message:
        'L’application ne répond plus. Fermez-la et rouvrez-la\u00a0: ce qui est enregistré est gardé.',
    }
  }
}
