import { randomUUID } from 'node:crypto'
import { type CatalogueEcrit, type ChangementLocal, catalogueParDefaut } from '../../../domain/index.ts'

export const MAINTENANT = '2026-11-23T12:00:00Z'
export const LIVRE: CatalogueEcrit = catalogueParDefaut().ecrit

/** A few entries of each section: what is drawn at random many times stays quick. */
export const PETIT: CatalogueEcrit = {
  ...LIVRE,
  dispositifs: LIVRE.dispositifs.slice(0, 2),
  modeles: LIVRE.modeles.slice(0, 1),
  cadres: [],
}

/** All people and programmes below are invented. */
export function changement(
  objet: ChangementLocal['changement'],
  reste: Partial<ChangementLocal> = {},
): ChangementLocal {
  return {
    id: randomUUID(),
    date: '2026-11-20T10:00:00+01:00',
    par: 'Mme Vasseur',
    source: 'appel au programme',
    changement: objet,
    ...reste,
  }
}

export const seuil = (valeur: number, reste: Partial<ChangementLocal> = {}) =>
  changement({ type: 'parametre', nom: 'ouvrage.minCondamnations', valeur }, reste)

export const verifie = (verifieLe: string, reste: Partial<ChangementLocal> = {}) =>
  changement({ type: 'verification', dispositif: 'ouvrage', verifieLe }, reste)

export const VALEURS = {
  id: 'passerelle-lyon',
  nom: 'Passerelle',
  tribunal: 'Lyon',
  departement: '69',
  porteur: 'Association des Terreaux',
  appels: ['équipe de Passerelle'],
}

export const instance = (valeurs: Partial<typeof VALEURS> = {}, reste: Partial<ChangementLocal> = {}) =>
  changement({ type: 'instance', modele: 'type-ouvrage', valeurs: { ...VALEURS, ...valeurs } }, reste)

/** A deep copy to spoil. */
export function copie(): CatalogueEcrit {
  return structuredClone(LIVRE)
}
