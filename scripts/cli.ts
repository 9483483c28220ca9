import { executer } from './cli/commande.ts'

process.exitCode = executer(process.argv.slice(2), {
  dire: (texte) => process.stdout.write(`${texte}\n`),
  refuser: (phrase) => process.stderr.write(`${phrase}\n`),
})
