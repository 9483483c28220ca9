import { type CadreEcrit, type Dossier, dateCourte, plier } from '../../domain/index.ts'
import { choisir, ouvrirCatalogue, regler as reglerCatalogue } from '../catalogue/etat.ts'
import { nomDe } from '../composants/mots.ts'
import { type DocumentPropose, documentsPour, estMessage } from '../documents/contenus.ts'
import { copierDocument, produire } from '../documents/produire.ts'
import { catalogueEnCours } from '../lecture.ts'
import { dire, type Ecran, ouvrirEcran, profil, useMagasin, verrouiller } from '../magasin.ts'
import { touchesDeLEcran } from './etat.ts'
import { evenementDe, rejouer } from './rejouer.ts'

/** What can be done from here, in words. Nothing here draws. */

export interface Commande {
  id: string
  groupe: (typeof GROUPES)[number]
  libelle: string
  /** Shown on the right: people learn the key and no longer need the palette. */
  touche?: string
  /** Other words that find it. */
  mots?: string
  faire(): void
}

export const GROUPES = ['Cet écran', 'Personnes', 'Aller à', 'Documents', 'Expliquer'] as const

/** Screens of one dossier, with the key that opens them from its triage. */
const ECRANS: readonly { ecran: Ecran; libelle: string; touche: string; mots: string; sansEnquete?: true }[] =
  [
    { ecran: 'triage', libelle: 'Triage', touche: 'Échap', mots: 'repérage questions grille' },
    { ecran: 'checklist', libelle: 'Checklist pour le tribunal', touche: 'F4', mots: 'audience lire' },
    { ecran: 'documents', libelle: 'Documents', touche: 'F5', mots: 'imprimer fiche note message' },
    {
      ecran: 'orientation',
      libelle: 'Orientation',
      touche: 'F8',
      mots: 'dispositifs cadres écarter retenir',
    },
    {
      ecran: 'antecedents',
      libelle: 'Antécédents',
      touche: 'F9',
      mots: 'casier bulletin B1 récidive',
      sansEnquete: true,
    },
    { ecran: 'pieces', libelle: 'Pièces', touche: 'F10', mots: 'audition enquête certificat lire' },
  ]

export function commandes(dossierVise: string | null): Commande[] {
  const { dossiers, position } = useMagasin.getState()
  const vise = dossiers.find((d) => d.id === dossierVise)
  return [
    ...deLEcran(),
    ...dossiers.map(personne),
    ...(vise ? ecransDe(vise, position.ecran) : []),
    ...generales(position.ecran, dossierVise),
    ...(vise ? documentsPour(profil()).map((d) => papier(vise, d)) : []),
    ...mots(),
  ]
}

function deLEcran(): Commande[] {
  return touchesDeLEcran().flatMap(({ touche, action }) => {
    const evenement = evenementDe(touche)
    if (evenement === null || touche === 'Ctrl+K') return []
    return [
      {
        id: `touche-${touche}`,
        groupe: 'Cet écran',
        libelle: action,
        touche,
        faire: () => rejouer(evenement),
      },
    ]
  })
}

function personne(d: Dossier): Commande {
  return {
    id: `personne-${d.id}`,
    groupe: 'Personnes',
    libelle: `Ouvrir ${nomDe(d)}`,
    mots: d.numeroParquet ?? '',
    faire: () => ouvrirEcran('triage', d.id),
  }
}

function ecransDe(d: Dossier, ici: Ecran): Commande[] {
  return ECRANS.filter((e) => e.ecran !== ici && !(e.sansEnquete && profil() === 'enquete')).map((e) => ({
    id: `ecran-${e.ecran}`,
    groupe: 'Aller à',
    libelle: `${e.libelle} — ${nomDe(d)}`,
    touche: e.touche,
    mots: e.mots,
    faire: () => ouvrirEcran(e.ecran, d.id, useMagasin.getState().position.ligne),
  }))
}

function generales(ici: Ecran, dossier: string | null): Commande[] {
  const toutes: (Commande & { ecran?: Ecran })[] = [
    {
      id: 'ecran-permanence',
      groupe: 'Aller à',
      libelle: 'Permanence',
      touche: 'F3',
      mots: 'tableau liste du jour',
      ecran: 'permanence',
      faire: () => ouvrirEcran('permanence', dossier),
    },
    {
      id: 'ecran-catalogue',
      groupe: 'Aller à',
      libelle: 'Catalogue',
      touche: 'F7',
      mots: 'dispositifs cadres seuils loi contacts',
      ecran: 'catalogue',
      faire: ouvrirCatalogue,
    },
    {
      id: 'verrouiller',
      groupe: 'Aller à',
      libelle: 'Verrouiller',
      touche: 'Ctrl+L',
      mots: 'fermer quitter',
      faire: () => void verrouiller(),
    },
  ]
  return toutes.filter((c) => c.ecran !== ici)
}

const PAPIERS: Readonly<Record<string, { libelle: string; mots: string }>> = {
  'message-apcars': {
    libelle: 'Copier la demande à l’APCARS',
    mots: 'demander enquête annexe addiction ESR',
  },
  'message-jap': { libelle: 'Copier la demande au JAP', mots: 'appeler juge application des peines' },
  'message-spip': { libelle: 'Copier la demande au SPIP', mots: 'appeler permanence probation' },
  'message-avocat': { libelle: 'Copier le message à l’avocat', mots: 'défense' },
  'message-siao': { libelle: 'Copier la demande au SIAO', mots: '115 hébergement' },
}

function papier(dossier: Dossier, d: DocumentPropose): Commande {
  const dit = PAPIERS[d.cle] ?? { libelle: `Imprimer\u00a0: ${d.titre}`, mots: 'pdf papier' }
  return {
    id: `papier-${d.cle}`,
    groupe: 'Documents',
    libelle: `${dit.libelle} — ${nomDe(dossier)}`,
    mots: dit.mots,
    faire: () =>
      void (estMessage(d.nom) ? copierDocument(dossier.id, d, false) : produire(dossier.id, d, 'pdf')),
  }
}

/** Names of the catalogue, and names that the law no longer has: they lead to today's. */
function mots(): Commande[] {
  const catalogue = catalogueEnCours()
  const cadres = catalogue.cadres.map((c) => c.ecrit)
  const expliquer = (id: string, libelle: string, synonymes: string, faire: () => void): Commande => ({
    id: `mot-${id}`,
    groupe: 'Expliquer',
    libelle: `Expliquer\u00a0: ${libelle}`,
    mots: synonymes,
    faire,
  })
  return [
    ...catalogue.dispositifs.map(({ ecrit: d }) =>
      expliquer(d.id, d.nom, d.porteur, () => montrer('dispositifs', d.id)),
    ),
    ...cadres.map((c) => expliquer(c.id, c.nom, c.synonymes.join(' '), () => montrer('cadres', c.id))),
    ...catalogue.anciennesMesures.map((m) =>
      expliquer(m.nom, `${m.nom}, ancien nom`, m.formes.join(' '), () => {
        const cadre = cadreNomme(cadres, m.aujourdhui)
        if (cadre) montrer('cadres', cadre.id)
        dire(`${majuscule(m.nom)}\u00a0: aujourd’hui ${m.aujourdhui}, depuis le ${dateCourte(m.depuis)}.`)
      }),
    ),
  ]
}

function montrer(onglet: 'dispositifs' | 'cadres', id: string): void {
  reglerCatalogue({ onglet, tribunal: '', clos: true })
  choisir(onglet, id)
  ouvrirCatalogue()
}

/** The framework that a sentence names, the longest name first. */
function cadreNomme(cadres: readonly CadreEcrit[], phrase: string): CadreEcrit | undefined {
  const dit = plier(phrase)
  const noms = cadres.flatMap((c) => [c.nom, ...c.synonymes].map((nom) => ({ c, nom: plier(nom) })))
  return noms.filter(({ nom }) => dit.includes(nom)).sort((a, b) => b.nom.length - a.nom.length)[0]?.c
}

function majuscule(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1)
}

/** More lines than this are no help: another word finds faster. */
export const AFFICHEES_MAX = 30

/**
 * Where every word typed begins a word of the label; else of the label and its other words; else is found inside one
 * (« tig » is not « investigations » while a TIG exists). Accents and order do not count.
 */
export function trouver(toutes: readonly Commande[], saisie: string): readonly Commande[] {
  const voulus = plier(saisie)
    .split(/[^a-z0-9]+/)
    .filter((m) => m !== '')
  const avec = (dire: (c: Commande) => string, avant: string) =>
    toutes.filter((c) => {
      const dit = ` ${plier(dire(c)).replace(/[^a-z0-9]+/g, ' ')}`
      return voulus.every((m) => dit.includes(avant + m))
    })
  const tout = (c: Commande) => `${c.libelle} ${c.mots ?? ''}`
  const rangs = [() => avec((c) => c.libelle, ' '), () => avec(tout, ' '), () => avec(tout, '')]
  for (const rang of rangs) {
    const trouvees = rang()
    if (trouvees.length > 0) return trouvees.slice(0, AFFICHEES_MAX)
  }
  return []
}
