import type { CasierLu, Condamnation, Peine } from '../../../domain/contrat.ts'

/** Rules of comparison of the public cases (their README): case, accents, apostrophes, spaces, cut lines. */
export function replier(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/-\s*\n\s*/g, '')
    .replace(/\s+/g, '')
}

/** Marks of recidivism and of attempt are ignored in a label. */
function sansMarques(libelle: string): string {
  return replier(libelle)
    .replace(/\(?(?:EN)?RECIDIVE\)?/g, '')
    .replace(/^TENT(?:ATIVEDE|\.DE)/, '')
}

function peine(p: Peine) {
  const sursis = p.sursis && { type: p.sursis.type, partiel: p.sursis.partiel, delai: p.sursis.delai }
  return { nature: p.nature, duree: p.duree, montant: p.montant, sursis }
}

export function condamnationComparable(c: Condamnation) {
  return {
    rang: c.rang,
    date: c.date,
    juridiction: replier(c.juridiction),
    caractere: c.caractere,
    signifieLe: c.signifieLe,
    infractions: c.infractions.map((i) => ({ ...i, libelle: sansMarques(i.libelle) })),
    peines: c.peines.map(peine),
    mentions: c.mentions.map((m) => ({
      type: m.type,
      date: m.type === 'autre' ? null : m.date,
      texte: replier(m.texte),
    })),
  }
}

export function casierComparable(casier: CasierLu) {
  return {
    etat: casier.etat,
    condamnations: casier.condamnations.map(condamnationComparable),
    lignesNonLues: casier.lignesNonLues.map((l) => ({ ligne: l.ligne, texte: replier(l.texte) })),
  }
}
