/** The n° parquet: 11 digits, spaces allowed; a warning, never a refusal. */

export const PHRASE_NUMERO =
  'N° parquet\u00a0: 11 chiffres attendus (ex. 26325000123). Vous pouvez continuer.'

export function numeroInhabituel(numero: string): boolean {
  return numero.trim() !== '' && !/^\d{11}$/.test(numero.replace(/\s/g, ''))
}
