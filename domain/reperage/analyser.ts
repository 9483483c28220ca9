import type { Reperage } from '../contrat.ts'
import { ancre } from './ancre.ts'
import { appuiDe, assiseDe } from './appui.ts'
import { fauxAmiDe } from './faux-amis.ts'
import { hypotheseDe } from './hypothese.ts'
import { NOMBRE } from './jetons.ts'
import { cherche, type Lecture, type Trouvaille } from './lecture.ts'
import { CAT, type FauxAmi } from './lexique.ts'
import { lieuSansVerbe } from './lieu.ts'
import { polariteDe } from './polarite.ts'
import { roleDe } from './role.ts'
import { estTitre } from './rubriques.ts'
import { sujetDe } from './sujet.ts'
import { tempsDe } from './temps.ts'

/** What is said of a sentence once for all its terms. */
interface Cadre {
  titre: boolean
  etranger: boolean
}

/** Looks at each sentence once. */
export function cadresDe(l: Lecture): (phrase: number) => Cadre {
  const connus = new Map<number, Cadre>()
  return (phrase) => {
    let cadre = connus.get(phrase)
    if (cadre === undefined) {
      cadre = { titre: dansUnTitre(l, phrase), etranger: autreLangue(l, phrase) }
      connus.set(phrase, cadre)
    }
    return cadre
  }
}

/** One term with everything that its sentence says of it. */
export interface Analyse {
  t: Trouvaille
  fauxAmi: FauxAmi | null
  /** null: an ambiguous term without any word of its field nearby. */
  appui: 'net' | 'lointain' | null
  sujet: Reperage['sujet']
  /** Who else it is about, as written. */
  autre: string | null
  rapporte: boolean
  parProche: boolean
  polarite: Reperage['polarite']
  polariteNette: boolean
  douteux: boolean
  temps: Reperage['temps']
  hypothese: boolean
  role: Reperage['role']
  etranger: boolean
  /** The sentence says in what way the place, the service or the drug concerns the person. */
  assise: boolean
  /** A figure was measured: breath, blood, positive test. */
  mesure: boolean
  /** Something puts it in the present; true where another reason already stands against it. */
  ancre: boolean
  /** It proposes a fact; known once every finding of the text is. */
  propose: boolean
}

/** null for a loose word without any word of its field nearby. */
export function analyser(
  l: Lecture,
  t: Trouvaille,
  rang: number,
  enJe: (phrase: number) => boolean,
  cadre: (phrase: number) => Cadre,
): Analyse | null {
  const appui = appuiDe(l, t, rang)
  if (appui === null && t.terme.appui === 3 && fauxAmiDe(l, t) === null) return null
  const phrase = l.phraseDe[t.a] ?? 0
  const { titre, etranger } = cadre(phrase)
  const p = polariteDe(l, t.a, t.b)
  const s = sujetDe(l, t.a, t.b, enJe(phrase))
  const vide = p.vide === null ? null : (l.lexique.fauxAmis.get(p.vide) ?? null)
  const temps = tempsDe(l, t.a, t.b, t)
  const hypothese = hypotheseDe(l, t.a, t.b)
  // Looked for only where nothing else stands against it.
  const peutEtreFort =
    s.sujet === 'personne' && p.polarite === 'affirme' && temps === 'actuel' && !hypothese && !t.terme.indice
  return {
    t,
    fauxAmi: vide ?? fauxAmiDe(l, t),
    appui: appui === 'net' && lieuSansVerbe(l, t) ? 'lointain' : appui,
    sujet: s.sujet,
    autre: s.mot,
    rapporte: s.rapporte,
    parProche: s.parProche === true,
    polarite: p.polarite,
    polariteNette: p.net,
    douteux: p.douteux || titre,
    temps,
    hypothese,
    role: roleDe(l, t),
    etranger,
    assise: assiseDe(l, t),
    mesure: mesuree(l, t, phrase),
    ancre: !peutEtreFort || ancre(l, t),
    propose: true,
  }
}

function dansUnTitre(l: Lecture, phrase: number): boolean {
  const p = l.phrases[phrase]
  return p !== undefined && estTitre(l, p)
}

/** « éthylomètre : 0,92 mg/l »: within the sentence, after the term. */
function mesuree(l: Lecture, t: Trouvaille, phrase: number): boolean {
  const p = l.phrases[phrase]
  if (p === undefined || t.terme.code !== 'alcool') return false
  for (let i = t.b; i < Math.min(p.f, t.b + 14); i++)
    if (/^(?:mg|g)$/.test(l.mot(i)) && l.mot(i + 1) === '/' && l.nature[i - 1] === NOMBRE) return true
  return false
}

const FRANCAIS =
  /^(?:le|la|les|un|une|des|du|de|et|est|au|aux|je|il|elle|pour|dans|sur|avec|pas|ne|son|sa|ses|mon|ma|sous|par|qui|que|chez|depuis|l|d|j|n|s|a|en|ce|se|ni|jours|jour|suis|ai)$/

/** Words of another language outnumber the French ones. */
function autreLangue(l: Lecture, phrase: number): boolean {
  const p = l.phrases[phrase]
  if (p === undefined) return false
  const f = Math.min(p.f, p.d + 60)
  if (cherche(l, p.d, f, CAT.etranger) < 0) return false
  let [ici, ailleurs] = [0, 0]
  for (let i = p.d; i < f; i++) {
    if (cherche(l, i, i + 1, CAT.etranger) >= 0) ailleurs++
    else if (FRANCAIS.test(l.mot(i))) ici++
  }
  return ailleurs > 1 && ailleurs >= ici
}
