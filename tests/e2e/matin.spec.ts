import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import type { Declaration } from '../../domain/index.ts'
import { type App, expect, obtenir, test } from './fixtures.ts'
import {
  ajouterDefere,
  Clavier,
  declaration,
  deverrouiller,
  dossiersDuJour,
  enregistre,
  ligne,
  ouvrir,
  ouvrirPremier,
} from './gestes.ts'

/** One morning, by keyboard only: how many keys one person takes, from the board to the printed fiche. */

const PROCEDURE = { origine: 'procedure', verifie: true } as const
const aujourdhui = () => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date())

/** Keystroke-level model (Raskin's figures, ecrans.md §2.5): arithmetic on the keys, never a measured time. */
const TOUCHE_S = 0.28
const DECISION_S = 1.35
const BUDGET_TOUCHES = 45
const BUDGET_S = 90

type Geste = readonly [quoi: string, touches: string]

/** What was done with the keys. A comma ends a decision: the source is one, the answer another. */
class Journal {
  readonly clavier: Clavier
  private readonly lignes: string[] = []
  private decisions = 0

  constructor(clavier: Clavier) {
    this.clavier = clavier
  }

  async faire(...[quoi, touches]: Geste): Promise<void> {
    const decisions = touches.split(', ')
    const avant = this.clavier.touches
    for (const decision of decisions) await this.clavier.presser(...decision.split(' '))
    this.noter(quoi, touches, this.clavier.touches - avant, decisions.length)
  }

  noter(quoi: string, touches: string, combien: number, decisions: number): void {
    this.decisions += decisions
    this.lignes.push(`${String(combien).padStart(4)}  ${quoi.padEnd(80)}  ${touches}`)
  }

  get estimation(): number {
    return this.clavier.touches * TOUCHE_S + this.decisions * DECISION_S
  }

  dire(titre: string): void {
    const somme = `${this.clavier.touches} touches, ${this.decisions} décisions, ${this.estimation.toFixed(1)} s estimées`
    const regle = `${TOUCHE_S} s par touche, ${DECISION_S} s par décision (lire et écouter non comptés)`
    process.stdout.write(`${[titre, ...this.lignes, `   = ${somme}`, `     ${regle}`].join('\n')}\n`)
  }
}

async function deposer(page: Page, nom: string, declarations: Declaration[] = []): Promise<string> {
  const id = randomUUID()
  await obtenir(page, 'dossiers.creer', {
    id,
    dateAudience: aujourdhui(),
    identite: {
      numeroParquet: '26325000123',
      personne: { nom, prenoms: 'Idir', dateNaissance: '1988-02-01' },
    },
    declarations,
  })
  return id
}

/** What the board already holds of a person before the triage: identity and facts. */
const dossierArrive = () => [
  declaration('procedure.dateFaits', aujourdhui(), PROCEDURE),
  declaration('procedure.categorie', 'vol', PROCEDURE),
  declaration('procedure.qualification', 'Vol avec dégradation de vitre', PROCEDURE),
  declaration('procedure.encouruMois', 60, PROCEDURE),
]

/** The fourteen lines, each asked; the answers that decide carry where they come from. */
const TRIAGE: readonly Geste[] = [
  ['addiction, à l’audition : crack, tous les jours', 'a, Enter, c r Enter, q Enter, Escape o'],
  ['faits liés à la consommation, à l’audition', 'a, o'],
  ['pas de suivi en cours, dit', 'd, n'],
  [
    'logement : rue, rien ce soir, depuis moins d’un mois, pas de domiciliation, dit',
    'd, Enter, r, n, m, n, d',
  ],
  ['ni signe ni suivi psychiatrique, dit', 'd, n'],
  ['pas de traitement', 'n'],
  ['ni tutelle ni curatelle', 'n'],
  ['dix condamnations, bulletin n° 1', 'b, o, 1 0 Enter'],
  ['pas de mesure en cours, APPI', 'c, n'],
  ['JAP du ressort : le tribunal, APPI', 'c, o'],
  ['pas de peine à exécuter, APPI', 'c, n'],
  ['accord pour être évalué, dit', 'd, o'],
  ['disponible en semaine, dit', 'd, o'],
]

/** Where keys must be spared: the frequency, and the source of what changes nothing. */
const SANS: Readonly<Record<string, string>> = {
  'pas de suivi en cours, dit': 'n',
  'ni signe ni suivi psychiatrique, dit': 'n',
  'addiction, à l’audition : crack, tous les jours': 'a, Enter, c r Enter, Escape o',
}

/** What keeps the first dispositif, then prints. */
const FIN: readonly Geste[] = [
  ['orientation', 'F8'],
  ['retenir le dispositif', 'Space'],
  ['fiche', 'Control+p'],
]

async function imprimee(page: Page, app: App): Promise<string> {
  const dit = page.getByText(/^Fiche prête\s: .+\.pdf/)
  await expect(dit).toBeVisible({ timeout: 30_000 })
  const nom = /[^\s/]+\.pdf/.exec((await dit.textContent()) ?? '')?.[0] ?? ''
  const trouve = readdirSync(app.documents, { recursive: true, encoding: 'utf8' }).find((f) =>
    f.endsWith(nom),
  )
  expect(trouve).toBeDefined()
  return join(app.documents, trouve ?? '')
}

async function vivantes(page: Page, nom: string) {
  await enregistre(page)
  const dossier = (await dossiersDuJour(page)).find((d) => d.personne?.nom === nom)
  return dossier?.declarations ?? []
}

test('une personne collée, de la permanence à la fiche imprimée : 45 touches au plus', async ({ app }) => {
  let page = await ouvrir(app)
  await deposer(page, 'Modele', dossierArrive())
  page = await app.relancer()
  await deverrouiller(page)
  await expect(page.getByRole('row').nth(1)).toBeFocused()

  const clavier = new Clavier(page)
  const journal = new Journal(clavier)
  // The paste itself is proved elsewhere: its two keys are counted, its text is not.
  clavier.touches += 2
  journal.noter('coller depuis Cassiopée, créer (texte non compté)', 'Ctrl+V, Entrée', 2, 2)
  await journal.faire('ouvrir le dossier', 'Enter')
  await expect(ligne(page, 'Addiction').locator(':focus')).toHaveCount(1)
  for (const geste of TRIAGE) await journal.faire(...geste)
  for (const [libelle, dit] of [
    ['Addiction', 'oui, source Audition'],
    ['Consommation liée aux faits', 'oui, source Audition'],
    ['Suivi ou soins en cours', 'non, source Dit'],
    ['Sans logement stable', 'oui, source Dit'],
    ['Hébergement possible ce soir', 'non, source Dit'],
    ['Signes ou suivi psychiatrique', 'non, source Dit'],
    ['Condamnations', 'oui, source B1'],
    ['Mesure en cours', 'non, source APPI'],
    ['JAP du ressort', 'oui, source APPI'],
    ['Peine à exécuter', 'non, source APPI'],
    ['Accord pour être évalué', 'oui, source Dit'],
  ] as const)
    await expect(page.getByRole('radiogroup', { name: new RegExp(`^${libelle}.*, ${dit}$`) })).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Précision de Addiction/ })).toHaveText(
    /crack.*tous les jours/,
  )
  await expect(page.getByRole('button', { name: /^Précision de Sans logement/ })).toHaveText(/E1 —/)
  for (const geste of FIN) await journal.faire(...geste)
  const fiche = await imprimee(page, app)
  expect(readFileSync(fiche).subarray(0, 5).toString()).toBe('%PDF-')
  const retenus = (await vivantes(page, 'Modele')).filter((d) => d.fait === 'orientation.choix')
  expect(retenus.map((d) => d.valeur)).toEqual([['ouvrage']])
  journal.dire(
    'Une personne, collée sur la permanence ; quatorze lignes, sources sur toutes les réponses qui décident',
  )
  expect(clavier.touches).toBeLessThanOrEqual(BUDGET_TOUCHES)
  expect(journal.estimation).toBeLessThanOrEqual(BUDGET_S)
})

test('une personne ajoutée à la main, de la permanence à la fiche imprimée : 45 touches au plus', async ({
  app,
}) => {
  const page = await ouvrir(app)
  const nom = 'Rivet'
  const clavier = new Clavier(page)
  const journal = new Journal(clavier)
  await ajouterDefere(page, nom)
  clavier.touches += nom.length + 2
  journal.noter(
    'ajouter à la main et ouvrir',
    `Ctrl+N, ${[...nom].join(' ')}, Ctrl+Entrée`,
    nom.length + 2,
    3,
  )
  await expect(ligne(page, 'Addiction').locator(':focus')).toHaveCount(1)
  for (const [quoi, touches] of TRIAGE) {
    const sans = SANS[quoi]
    await journal.faire(
      sans === undefined ? quoi : quoi.replace(/, (tous les jours|dit)$/, ''),
      sans ?? touches,
    )
  }
  for (const geste of FIN) await journal.faire(...geste)
  await imprimee(page, app)
  const dites = await vivantes(page, nom)
  expect(dites.filter((d) => d.fait === 'orientation.choix')).toHaveLength(1)
  journal.dire(
    'Une personne, ajoutée par son seul nom ; quatorze lignes, produit sans fréquence, sources sur les réponses qui décident',
  )
  expect(clavier.touches).toBeLessThanOrEqual(BUDGET_TOUCHES)
  expect(journal.estimation).toBeLessThanOrEqual(BUDGET_S)
})

/** What only the prosecutor may read of somebody (774 CPP): a word that no screen writes by itself shows if it leaks. */
const RESERVE = [
  declaration('antecedents.condamnations', 17, { origine: 'casier', verifie: true, precision: 'Zinzolin' }),
  declaration('suivi.mesureEnCours', true, { origine: 'appi', verifie: true, precision: 'Zinzolin' }),
  declaration('procedure.qualification', 'Vol de Zinzolin', { origine: 'cassiopee', verifie: true }),
]

/**
 * What is said of everybody, whoever the person is, to an investigator too: a step of the court's checklist, which he may
 * print; which criteria are not his to read, without their answer; what the fiche leaves aside and why,
 * by name of the question and never by its answer.
 */
const DE_TOUS = [
  'Récidive de violences : motivation spéciale à écrire',
  'Lu par le parquet seul : rattachement possible à la Seine-Saint-Denis, plusieurs condamnations, niveau de risque déjà évalué.',
  /((Condamnations|Faits|Mesure en cours \(APPI\))(, | : )){3}Bulletin n° 1, Cassiopée et APPI ne sont pas ouverts à l’enquête sociale \(774 CPP, R113-53\)\./g,
  'Leurs conditions lisent le bulletin n° 1, qui n’est pas ouvert à l’enquête sociale.',
]

for (const [profil, interdits] of [
  [
    'enquete',
    /cassiop|APPI|\bB1\b|bulletin|casier|récidive|condamnation|JAP du ressort|mesure en cours|zinzolin/i,
  ],
  ['defense', /APCARS|dossier d’audience|note d’audience|Note \(parquet\)/i],
] as const)
  test(`profil ${profil} : les touches du matin ne montrent rien de ce qui n’est pas le sien`, async ({
    app,
  }) => {
    let page = await ouvrir(app, profil)
    // A dossier joined from elsewhere may hold what its reader may not see.
    await deposer(page, 'Profil', profil === 'enquete' ? RESERVE : [])
    page = await app.relancer()
    await deverrouiller(page)
    await ouvrirPremier(page)
    const lu = async (ecran: string) => {
      const options = await page
        .locator('option')
        .evaluateAll((o) => o.map((x) => (x as HTMLOptionElement).label).join(' '))
      const texte = `${await page.locator('body').textContent()} ${options}`.replace(/\s/g, ' ')
      const propre = DE_TOUS.reduce<string>((reste, phrase) => reste.replaceAll(phrase, ''), texte)
      expect.soft(propre, ecran).not.toMatch(interdits)
    }
    await page.keyboard.type('aodn')
    await enregistre(page)
    await lu('triage')
    for (const touche of ['F1', 'F4', 'F5', 'F8', 'F10']) {
      await page.keyboard.press(touche)
      await page.waitForTimeout(300)
      await lu(touche)
      await page.keyboard.press('Escape')
    }
    // In the investigator's profile the record has no screen: the key does nothing.
    if (profil === 'enquete') {
      await page.keyboard.press('F9')
      await expect(page.getByRole('region', { name: 'Repérage' })).toBeVisible()
    }
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Que voulez-vous faire ?' })).toBeFocused()
    await page.keyboard.type('appi')
    await lu('palette')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F3')
    await page.getByRole('heading', { name: /^Permanence — / }).waitFor()
    await lu('permanence')
    await page.keyboard.press('Control+d')
    await lu('demandes')
  })
