import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import type { Declaration } from '../../domain/index.ts'
import { type App, creerCoffre, expect, obtenir } from './fixtures.ts'
import { coller, declaration, deverrouiller, enregistre, ligne } from './gestes.ts'

/** Every screen of the product, one after the other, by its keys: for what is looked at on all of them. */

/** A Tuesday of the duty rota, 9 h 12 in Paris. */
export const MATIN = '2026-11-24T08:12:00.000Z'
const JOUR = '2026-11-24'
const PROCEDURE = { origine: 'procedure', verifie: true } as const
const BULLETIN = readFileSync(join(import.meta.dirname, 'bulletin-alpha.txt'), 'utf8')
const AUDITION = `PROCÈS-VERBAL D’AUDITION
Personne gardée à vue : EXEMPLE Alpha, né le 4 mai 1988.

Question : Consommez-vous des produits stupéfiants ?
Réponse : Oui. Je fume du crack tous les jours depuis 2019. Je vole pour acheter ma dose.
Question : Où dormez-vous ?
Réponse : Je dors à la rue depuis six mois. Avant j’étais hébergé chez ma tante.
Question : Suivez-vous un traitement ?
Réponse : Non, je n’ai aucun traitement.
`

export type Regard = (page: Page, ecran: string) => Promise<void>

/** The screens before and around the vault. Leaves the application on the failure screen. */
export async function tourDuCoffre(app: App, regarder: Regard): Promise<void> {
  const { page } = app
  await page.getByRole('heading', { name: 'Premier démarrage' }).waitFor()
  await regarder(page, 'premier-demarrage')
  await page.keyboard.press('Space')
  for (const champ of ['Bobigny', 'sept péniches sous la pluie', 'sept péniches sous la pluie']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(champ)
  }
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Code de récupération' }).waitFor()
  await regarder(page, 'code-recuperation')
  const verrouillee = await app.relancer()
  await expect(verrouillee.getByLabel('Phrase secrète')).toBeFocused()
  await regarder(verrouillee, 'deverrouillage')
  await app.fermer()
  const coffre = join(app.donnees, 'magasin', 'coffre.json')
  writeFileSync(coffre, readFileSync(coffre, 'utf8').slice(0, 40))
  const apres = await app.relancer()
  await apres.getByRole('heading', { name: 'Aiguillage n’a pas pu démarrer' }).waitFor()
  await regarder(apres, 'panne')
}

/** The morning of seven invented people, from the board to the practice mode. */
export async function tourDuMatin(app: App, regarder: Regard): Promise<void> {
  await creerCoffre(app.page)
  let page = await app.relancer()
  await deverrouiller(page)
  await regarder(page, 'permanence-vide')
  await arriver(page)
  page = await app.relancer()
  await deverrouiller(page)
  await expect(page.getByRole('row').nth(1)).toBeFocused()
  await regarder(page, 'permanence')
  await page.keyboard.press('Control+d')
  await expect(
    page.getByRole('complementary', { name: 'Demandes' }).locator('[data-rangee]:focus'),
  ).toBeVisible()
  await regarder(page, 'permanence-demandes')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Que voulez-vous faire ?' }).waitFor()
  await regarder(page, 'palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F7')
  await page.getByRole('tab', { selected: true }).waitFor()
  await regarder(page, 'catalogue')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { name: 'Réglages', exact: true }).waitFor()
  await regarder(page, 'reglages')
  await page.keyboard.press('Escape')
  await tourDuTriage(page, regarder)
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: /^S’exercer/ }).waitFor({ timeout: 10_000 })
  await page.keyboard.press('Shift+F1')
  await page.locator('[data-exercice]').waitFor({ timeout: 20_000 })
  await expect(page.getByRole('row').nth(1)).toBeFocused()
  await regarder(page, 'exercice-permanence')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-ligne] :focus')).toHaveCount(1)
  await regarder(page, 'exercice-triage')
}

async function tourDuTriage(page: Page, regarder: Regard): Promise<void> {
  const surLigne = (libelle: string) => ligne(page, libelle).getByRole('radio').first().focus()
  const revenu = () => page.getByRole('heading', { name: /^1\. / }).waitFor()
  await page.getByRole('row').nth(1).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/^Vous en étiez ici/).waitFor()
  await regarder(page, 'triage-reprise')
  await page.keyboard.press('i')
  await enregistre(page)
  await regarder(page, 'triage')
  await page.keyboard.press('F1')
  await page.getByRole('region', { name: 'Touches de cet écran' }).waitFor()
  await regarder(page, 'touches')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F2')
  await page.getByRole('form', { name: 'Identité et procédure' }).waitFor()
  await regarder(page, 'identite')
  await page.keyboard.press('Escape')
  await surLigne('Addiction')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Précision de Addiction' }).waitFor()
  await regarder(page, 'triage-precision')
  await page.keyboard.press('Escape')
  await surLigne('Sans logement stable')
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'Précision de Sans logement stable' }).waitFor()
  await regarder(page, 'triage-logement')
  await page.keyboard.press('Escape')
  const lignes = await page.locator('[data-ligne]').count()
  await page.keyboard.press('Control+m')
  await expect(page.locator('[data-ligne]')).not.toHaveCount(lignes)
  await regarder(page, 'triage-court')
  await page.keyboard.press('Control+m')
  await expect(page.locator('[data-ligne]')).toHaveCount(lignes)

  await page.keyboard.press('F4')
  await page.getByText(/À lire à voix haute/).waitFor()
  await regarder(page, 'checklist')
  await page.keyboard.press('Escape')
  await revenu()
  await page.keyboard.press('F5')
  await page.getByRole('region', { name: 'Aperçu' }).waitFor()
  await regarder(page, 'documents')
  await page.keyboard.press('Escape')
  await revenu()
  await page.keyboard.press('F8')
  await expect(page.locator('[data-rangee]:focus')).toHaveCount(1)
  await regarder(page, 'orientation')
  await page.keyboard.press('Escape')
  await revenu()
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: 'Bulletin n° 1' })).toBeFocused()
  await coller(page, BULLETIN)
  await expect(page.getByRole('option', { name: /^Ligne 14 non lue/ })).toBeFocused()
  await regarder(page, 'antecedents')
  await page.keyboard.press('Escape')
  await revenu()
  await page.keyboard.press('F10')
  await expect(page.getByRole('textbox', { name: 'Texte de la pièce' })).toBeFocused()
  await coller(page, AUDITION)
  await expect(page.getByRole('radio', { name: /^Audition/ })).toBeFocused()
  await page.keyboard.press('a')
  await expect(page.getByRole('option', { name: /^Produits/ }).first()).toBeFocused()
  await regarder(page, 'pieces')
  await page.keyboard.press('Escape')
  await revenu()

  await page.keyboard.press('Control+ArrowDown')
  await page.getByRole('heading', { name: /^2\. / }).waitFor()
  await regarder(page, 'triage-alertes')
  await surLigne('Addiction')
  await page.keyboard.press('Enter')
  await page.getByRole('listbox', { name: /réponses contradictoires/ }).waitFor()
  await regarder(page, 'triage-contradiction')
  await page.keyboard.press('Escape')
}

let compte = 0
/** Always the same identifiers in the same order: nothing drawn may depend on chance. */
const identifiant = () => `00000000-0000-4000-8000-${String(++compte).padStart(12, '0')}`

/** Said this many minutes ago, one second after the one before. */
function dite(
  minutes: number,
  fait: string,
  valeur: Declaration['valeur'],
  reste: Partial<Declaration> = {},
): Declaration {
  const date = new Date(Date.parse(MATIN) - minutes * 60_000 + (compte % 30) * 1000).toISOString()
  return declaration(fait, valeur, { id: identifiant(), date, ...reste })
}

const procedure = (fait: string, valeur: Declaration['valeur']) => dite(40, fait, valeur, PROCEDURE)

interface Personne {
  nom: string
  prenoms: string
  naissance: string
  dites: Declaration[]
}

async function arriver(page: Page): Promise<void> {
  compte = 0
  for (const [rang, { nom, prenoms, naissance, dites }] of personnes().entries())
    await obtenir(page, 'dossiers.creer', {
      id: identifiant(),
      dateAudience: JOUR,
      identite: {
        numeroParquet: `2632800011${rang}`,
        personne: { nom, prenoms, dateNaissance: naissance },
      },
      declarations: dites,
    })
}

/** One nearly done, one with every alert, five that wait. */
function personnes(): Personne[] {
  const limite = (fin: string) => procedure('permanence.finGardeAVue', fin)
  const faits = (categorie: string, qualification: string) => [
    procedure('procedure.dateFaits', '2026-11-23'),
    procedure('procedure.categorie', categorie),
    procedure('procedure.qualification', qualification),
  ]
  const autres = [
    ['Modele', 'Camille', '1989-03-03', 'Recel'],
    ['Temoin', 'Omar', '1976-03-03', 'Vol en réunion'],
    ['Essai-Delalonguerue', 'Jean-Christophe', '2001-01-12', 'Usage de stupéfiants, port d’arme'],
    ['Figure', 'Léa', '1994-05-02', 'Dégradations'],
    ['Motif', 'Samir', '1999-07-30', 'Outrage'],
  ] as const
  return [
    {
      nom: 'Exemple',
      prenoms: 'Alpha',
      naissance: '1988-05-04',
      dites: [
        ...faits('vol', 'Vol avec dégradation de vitre (deux pulls)'),
        procedure('procedure.encouruMois', 60),
        limite('2026-11-23T17:20'),
        dite(14, 'permanence.vuA', '2026-11-24T08:58', PROCEDURE),
        dite(10, 'demande.apcars', 'demandee', PROCEDURE),
        dite(9, 'addiction.conduite', true, { origine: 'procedure' }),
        dite(9, 'addiction.produits', ['crack'], { origine: 'procedure' }),
        dite(9, 'addiction.frequence', 'quotidien', { origine: 'procedure' }),
        dite(9, 'addiction.lienFaits', true, { origine: 'procedure' }),
        dite(8, 'addiction.soins', true, { precision: 'rendez-vous au CSAPA non honoré' }),
        dite(8, 'logement.nuitAvant', 'rue'),
        dite(8, 'logement.depuis', '1-6'),
        dite(8, 'logement.hebergementCeSoir', false),
        dite(7, 'psy.troubleDeclare', false),
        dite(7, 'psy.traitement', false),
        dite(7, 'personne.mesureProtection', 'aucune'),
        dite(6, 'suivi.japRessort', 'Paris', { origine: 'appi', verifie: true }),
        dite(6, 'suivi.mesureEnCours', false, { origine: 'appi', verifie: true }),
        dite(6, 'suivi.peineAExecuter', false, { origine: 'appi', verifie: true }),
        dite(6, 'permanence.note', 'Rappeler la sœur avant midi.', PROCEDURE),
      ],
    },
    {
      nom: 'Fiction',
      prenoms: 'Dominique',
      naissance: '2006-01-01',
      dites: [
        ...faits('violences-conjugales', 'Violences sur conjoint en présence d’un mineur, en récidive'),
        procedure('procedure.detentionEnvisagee', true),
        limite('2026-11-23T18:10'),
        dite(30, 'addiction.conduite', false),
        dite(29, 'addiction.conduite', true, { origine: 'enquete' }),
        dite(29, 'psy.troubleDeclare', true, { origine: 'enquete' }),
        dite(28, 'personne.mesureProtection', 'curatelle', { origine: 'enquete' }),
        dite(28, 'suivi.japRessort', 'Créteil', { origine: 'appi', verifie: true }),
        dite(27, 'suivi.accordHorsRessort', false, { origine: 'partenaire', verifie: true }),
        dite(26, 'accord.evaluation', false),
        dite(25, 'demande.jap', 'demandee', PROCEDURE),
      ],
    },
    ...autres.map(([nom, prenoms, naissance, qualification], i) => ({
      nom,
      prenoms,
      naissance,
      dites: [
        procedure('procedure.qualification', qualification),
        limite(`2026-11-23T${19 + Math.min(i, 3)}:${i}0`),
        ...(i === 0
          ? [dite(20, 'addiction.conduite', false), dite(20, 'demande.siao', 'sans-objet', PROCEDURE)]
          : []),
      ],
    })),
  ]
}
