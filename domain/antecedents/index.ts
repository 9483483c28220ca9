export { lireCasier } from './lire-casier.ts'
export { compterCondamnationsDefinitives, etablirRecidive } from './recidive.ts'
