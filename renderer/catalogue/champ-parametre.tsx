import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { choixParametre, type ParametreEcrit } from '../../domain/index.ts'
import { Champ, Choix } from '../composants/champ.tsx'
import css from './catalogue.module.css'
import type { Saisie } from './formulaire.tsx'
import { Coche } from './morceaux.tsx'

interface Props {
  definition: ParametreEcrit
  saisie: Saisie
  champ: string
  libelle: string
}

/** A choice, a number or a list to tick, whichever the catalogue defines. */
export function ChampParametre({ definition, saisie, champ, libelle }: Props) {
  const choix = choixParametre(definition)
  const valeur = saisie.champs[champ] ?? ''
  const ecrire = (v: string) => saisie.ecrire(champ, v)
  if ('nombre' in definition) {
    const [min, max] = definition.nombre
    return (
      <Champ
        libelle={libelle}
        valeur={valeur}
        onChange={ecrire}
        max={6}
        note={`Un nombre entier de ${min} à ${max}.`}
      />
    )
  }
  if ('valeurs' in definition)
    return <Choix libelle={libelle} vide="à choisir" valeur={valeur} onChange={ecrire} valeurs={choix} />
  return (
    <CheckboxGroup
      className={css.cases}
      value={valeur === '' ? [] : valeur.split(',')}
      onChange={(codes) => ecrire(codes.join(','))}
    >
      <Label>{libelle}</Label>
      <div>
        {choix.map((c) => (
          <Checkbox key={c.code} value={c.code} className={css.case}>
            <Coche />
            {c.libelle}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}

/** null: nothing that the parameter could be. The main process has the last word. */
export function lireParametre(definition: ParametreEcrit, ecrite: string): string | number | string[] | null {
  if ('liste' in definition) return ecrite === '' ? [] : ecrite.split(',')
  if ('nombre' in definition) return /^\d+$/.test(ecrite.trim()) ? Number(ecrite) : null
  return ecrite === '' ? null : ecrite
}
