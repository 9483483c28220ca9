import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { AUTEUR_EXERCICE } from '../../../domain/exercice/index.ts'
import {
  catalogueParDefaut,
  type Dossier,
  estMoment,
  examinerCasier,
  ficheOrientation,
  lireReglages,
  matineeExercice,
  minutageDu,
  orienter,
  reperages,
  verifierDossier,
} from '../../../domain/index.ts'

const JOUR = '2026-11-24'
const matinee = (heure = '09:00', jour = JOUR) =>
  matineeExercice({ jour, heure, instant: `${jour}T${heure}:00Z`, nouvelId: randomUUID })
const lecture = (dossier: Dossier, id: string) =>
  orienter(dossier, catalogueParDefaut(), { date: dossier.dateAudience }).dispositifs.find((d) => d.id === id)

const HEURES = ['00:00', '00:05', '03:59', '09:00', '12:34', '19:57', '21:44', '21:50', '23:58', '23:59']

it('sept personnes que les règles lisent, à toute heure et tout jour, sans rien d’impossible', () => {
  for (const jour of [JOUR, '2027-01-01', '2028-02-29', '2026-03-29'])
    for (const heure of HEURES) {
      const { personnes } = matinee(heure, jour)
      expect(personnes).toHaveLength(7)
      for (const { dossier } of personnes) {
        verifierDossier(dossier)
        const limite = dossier.declarations.find((d) => d.fait === 'permanence.finGardeAVue')?.valeur
        expect(estMoment(String(limite))).toBe(true)
        const faits = String(dossier.declarations.find((d) => d.fait === 'procedure.dateFaits')?.valeur)
        expect(faits < jour && faits <= String(limite).slice(0, 10)).toBe(true)
      }
    }
})

it('l’audience est devant soi et ne passe jamais minuit', () => {
  for (const heure of HEURES) {
    const reglages = lireReglages(matinee(heure).reglages)
    const { heureAudience } = minutageDu(reglages, JOUR)
    expect(heureAudience >= heure).toBe(true)
    expect(heureAudience).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
  }
  expect(minutageDu(lireReglages(matinee('09:00').reglages), JOUR)).toEqual({
    heureAudience: '11:15',
    finDeferrements: '10:45',
    derniereHeureUtile: '09:15',
  })
})

it('chaque nom dit qu’il est inventé, chaque numéro est d’une année qui n’existe pas, aucun n’est dit deux fois', () => {
  const dossiers = matinee().personnes.map((p) => p.dossier)
  for (const { personne, numeroParquet } of dossiers) {
    expect(personne?.nom).toMatch(/ \(exercice\)$/)
    expect(numeroParquet).toMatch(/^99\d{9}$/)
  }
  expect(new Set(dossiers.map((d) => d.numeroParquet)).size).toBe(7)
  const ids = dossiers.flatMap((d) => [d.id, ...d.declarations.map((x) => x.id)])
  expect(new Set(ids).size).toBe(ids.length)
})

it('l’exercice parle avant la personne : ses déclarations sont passées, marquées, dans l’ordre', () => {
  for (const { dossier } of matinee().personnes) {
    const dates = dossier.declarations.map((d) => d.date)
    expect([...dates].sort()).toEqual(dates)
    expect(new Set(dates).size).toBe(dates.length)
    expect(dates.every((d) => d < `${JOUR}T09:00:00.000Z`)).toBe(true)
    expect(dossier.declarations.every((d) => d.auteur?.organisme === AUTEUR_EXERCICE.organisme)).toBe(true)
  }
})

it('les lectures sont celles des vignettes dont chacun vient', () => {
  const [idir, kevin, lina, marc, alain, nadege, yanis] = matinee().personnes.map((p) => p.dossier)
  if (!idir || !kevin || !lina || !marc || !alain || !nadege || !yanis) throw new Error('sept')
  expect(lecture(idir, 'ouvrage')?.lecture).toBe('a-verifier')
  expect(lecture(lina, 'ouvrage')?.lecture).toBe('hors-criteres')
  const ailsi = lecture(kevin, 'ailsi')
  expect(ailsi?.criteres.find((c) => c.id === 'A3')?.etat).toBe('vrai')
  expect(ailsi?.criteres.find((c) => c.id === 'A4')?.etat).toBe('vrai')
  const alertes = (d: Dossier) => orienter(d, catalogueParDefaut(), { date: JOUR }).alertes.map((a) => a.id)
  expect(alertes(alain)).toContain('majeur-protege-sans-expertise')
  expect(alertes(lina)).toContain('moins-de-21-ans')
  const accord = orienter(nadege, catalogueParDefaut(), { date: JOUR }).faits['accord.evaluation']
  expect(accord?.etat).toBe('contradictoire')
  expect(lecture(marc, 'ouvrage')?.lecture).toBe('a-verifier')
  expect(yanis.casier).toBeUndefined()
  expect(yanis.declarations.length).toBeLessThan(10)
})

it('la première personne devient un profil à évaluer quand on a tout demandé', () => {
  const [premiere] = matinee().personnes
  if (!premiere) throw new Error('personne')
  const dire = (fait: string, valeur: boolean | string | string[]) => ({
    id: randomUUID(),
    fait,
    valeur,
    origine: 'personne' as const,
    verifie: false,
    date: `${JOUR}T09:10:00Z`,
  })
  const { dossier } = premiere
  const demande: Dossier = {
    ...dossier,
    declarations: [
      ...dossier.declarations,
      dire('addiction.conduite', true),
      dire('addiction.produits', ['crack']),
      dire('addiction.lienFaits', true),
      dire('logement.nuitAvant', 'rue'),
      dire('logement.departement', '93'),
      dire('psy.troubleDeclare', false),
      dire('personne.mesureProtection', 'aucune'),
      dire('accord.evaluation', true),
      dire('disponibilite.semaine', true),
    ],
  }
  expect(lecture(demande, 'ouvrage')?.lecture).toBe('profil-a-evaluer')
})

it('les bulletins se lisent en entier, sans avertissement', () => {
  for (const { dossier } of matinee().personnes) {
    if (dossier.casier === undefined) continue
    const examen = examinerCasier(dossier.casier, dossier.personne)
    expect([dossier.personne?.prenoms, examen]).toEqual([
      dossier.personne?.prenoms,
      expect.objectContaining({ avertissement: null, lu: expect.objectContaining({ lignesNonLues: [] }) }),
    ])
  }
})

it('l’audition porte des éléments à confirmer, et une seule personne en a une', () => {
  const avec = matinee().personnes.filter((p) => p.pieces.length > 0)
  expect(avec).toHaveLength(1)
  const [piece] = avec[0]?.pieces ?? []
  const proposes = reperages(piece?.texte ?? '', { nature: 'audition' }).flatMap((r) =>
    r.proposition ? [r.proposition.fait] : [],
  )
  expect(proposes).toEqual(expect.arrayContaining(['addiction.conduite', 'logement.situation']))
})

it('la fiche de chacun s’écrit', () => {
  for (const { dossier } of matinee().personnes) {
    const orientation = orienter(dossier, catalogueParDefaut(), { date: JOUR })
    const fiche = ficheOrientation(dossier, orientation, { role: 'parquet', editeLe: `${JOUR}T09:00:00Z` })
    expect(fiche.entete.personne).toContain('(exercice)')
  }
})
