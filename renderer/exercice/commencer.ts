import { dire, entrerEnExercice } from '../magasin.ts'

/** « S’exercer (10 min) », from any screen: what is open is saved and locked first; a refusal is one sentence. */
export async function commencerExercice(): Promise<void> {
  const refus = await entrerEnExercice()
  if (refus !== null) dire(refus)
}
