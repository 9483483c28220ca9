import { commencerExercice } from '../../electron/exercice.ts'

/** Starts an exercise in the data folder given and waits to be killed. */
const [donnees = '', temporaire = ''] = process.argv.slice(2)
commencerExercice(donnees, () => new Date(), temporaire)
process.stdout.write('commencé\n')
setInterval(() => undefined, 1000)
