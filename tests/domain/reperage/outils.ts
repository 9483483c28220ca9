import { type OptionsReperage, type ReperageExplique, reperages } from '../../../domain/index.ts'

/** « Je fume du {shit}. »: the text without braces, and the findings that meet each marked passage. */
function lireMarques(ecrit: string, nature: OptionsReperage['nature'] = 'autre') {
  const passages: { mot: string; debut: number; fin: number }[] = []
  let texte = ''
  for (const [k, morceau] of ecrit.split(/[{}]/).entries()) {
    if (k % 2 === 1) passages.push({ mot: morceau, debut: texte.length, fin: texte.length + morceau.length })
    texte += morceau
  }
  const tous = reperages(texte, { nature })
  const sur = passages.map((p) => ({ ...p, vus: tous.filter((r) => r.debut < p.fin && r.fin > p.debut) }))
  return { texte, tous, sur }
}

/** What stands against the rule in these sentences, one line each; empty when it holds everywhere. */
export function contraires(
  phrases: readonly string[],
  nature: OptionsReperage['nature'],
  tient: (vus: readonly ReperageExplique[]) => boolean,
): string[] {
  return phrases.flatMap((phrase) =>
    lireMarques(phrase, nature).sur.flatMap(({ mot, vus }) =>
      tient(vus) ? [] : [`${phrase} → ${mot} : ${vus.map(decrire).join(' ') || 'rien'}`],
    ),
  )
}

const decrire = (r: ReperageExplique) =>
  `[${r.code} ${r.niveau} ${r.sujet} ${r.polarite} ${r.temps} ${r.hypothese} ${r.role} « ${r.motif} »]`
