export const PHRASE_DATE = 'Cette date n’existe pas. Écrivez jour, mois, année\u00a0: 21/11/2026.'
