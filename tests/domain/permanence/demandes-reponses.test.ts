import { describe, expect, it } from 'vitest'
import {
  type Contact,
  catalogueParDefaut,
  contactPour,
  type Destinataire,
  definitionFait,
  faitsDeReponse,
  provenanceDe,
} from '../../../domain/index.ts'
import { uuid } from '../outils.ts'

const CATALOGUE = catalogueParDefaut()

function contact(fonction: Contact['fonction'], ville: string, nom = `${fonction} ${ville}`): Contact {
  return { id: uuid(1), fonction, nom, ville, telephone: '', courriel: '' }
}

const faits = (a: Destinataire, role: 'parquet' | 'defense' | 'enquete' = 'parquet', tribunal = 'Bobigny') =>
  faitsDeReponse(a, { role, catalogue: CATALOGUE, tribunal })

describe('ce que chacun peut répondre', () => {
  it('des faits du vocabulaire, que le profil voit', () => {
    for (const a of ['apcars', 'jap', 'spip', 'avocat', 'siao'] as const)
      for (const role of ['parquet', 'defense', 'enquete'] as const)
        for (const fait of faits(a, role)) expect(definitionFait(fait)?.roles).toContain(role)
    expect(faits('jap', 'enquete')).toEqual([])
    expect(faits('siao', 'enquete')).toEqual(['partenaire.siao', 'logement.hebergementCeSoir'])
  })

  it('l’enquête ne répond ni sur le bulletin ni sur APPI', () => {
    expect(faits('apcars').filter((f) => /^(antecedents|suivi)\./.test(f))).toEqual([])
    expect(faits('apcars')[0]).toBe('procedure.enqueteFaite')
  })

  it('l’accord à un programme qui n’existe qu’ailleurs n’est pas demandé', () => {
    expect(faits('avocat')).toContain('accord.ouvrage')
    expect(faits('avocat')).not.toContain('accord.ailsi')
    expect(faits('avocat', 'parquet', 'Marseille')).toContain('accord.ailsi')
    expect(faits('avocat', 'parquet', 'Marseille')).not.toContain('accord.ouvrage')
  })
})

describe('à qui', () => {
  const annuaire = [
    contact('jap', 'Bobigny'),
    contact('jap', 'Paris'),
    contact('spip', ''),
    contact('spip', 'Créteil'),
    contact('siao', 'Lyon'),
  ]
  it.each<[Destinataire, string | null, string | null]>([
    ['jap', 'PARIS', 'jap Paris'],
    ['jap', 'Lyon', null],
    // Nobody knows which JAP: the one of this court is not taken for him.
    ['jap', null, null],
    ['spip', null, 'spip '],
    // Another city's entry is nobody's.
    ['siao', null, null],
    ['apcars', null, null],
  ])('%s, JAP %s : %s', (a, jap, attendu) => {
    expect(contactPour(annuaire, a, { jap, tribunal: 'Bobigny' })?.nom ?? null).toBe(attendu)
  })

  it('l’entrée de la ville du tribunal passe avant celle qui n’en a pas', () => {
    expect(contactPour(annuaire, 'spip', { jap: null, tribunal: 'créteil' })?.ville).toBe('Créteil')
  })
})

describe('la provenance d’une réponse', () => {
  const lieux = { jap: 'Paris', tribunal: 'Bobigny' }
  const de = (a: Destinataire, c: Contact | null = null) =>
    provenanceDe(a, { role: 'parquet', contact: c, lieux })

  it('un partenaire est vérifié ; l’enquête et l’avocat déclarent', () => {
    expect(de('jap')).toEqual({
      origine: 'partenaire',
      verifie: true,
      auteur: { role: 'parquet', organisme: 'JAP de Paris' },
    })
    expect(de('apcars')).toMatchObject({
      origine: 'enquete',
      verifie: false,
      auteur: { organisme: 'APCARS' },
    })
    expect(de('avocat')).toEqual({ origine: 'avocat', verifie: false, auteur: { role: 'parquet' } })
  })

  it('le nom de l’annuaire, quand il y en a un', () => {
    expect(de('spip', contact('spip', '', ' SPIP de permanence ')).auteur.organisme).toBe(
      'SPIP de permanence',
    )
    expect(de('avocat', contact('avocat', '', 'Me Modèle')).auteur).toEqual({
      role: 'parquet',
      nom: 'Me Modèle',
    })
    expect(de('siao', contact('siao', '', '  ')).auteur.organisme).toBe('SIAO')
  })
})
