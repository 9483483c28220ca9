import {
  type Contact,
  contactPour,
  type Destinataire,
  type MessageContenu,
  type Presente,
  villeDuJap,
} from '../../domain/index.ts'
import { adresseAdmise, ecrireMailto, LONGUEUR_MAX } from '../courriel/index.ts'
import { versTexte } from '../formats/index.ts'
import { ProductionError } from './erreurs.ts'

interface Annuaire {
  annuaire: readonly Contact[]
  /** City of this store, where the dossier does not say another. */
  tribunal: string
}

/** Address of the recipient in the directory; empty when there is none that can be used. */
export function adresseDe(
  destinataire: Destinataire,
  { orientation: { faits } }: Presente,
  { annuaire, tribunal }: Annuaire,
): string {
  const dit = faits['procedure.tribunal']
  const ville = dit?.etat === 'connu' ? String(dit.valeur) : tribunal
  const contact = contactPour(annuaire, destinataire, { jap: villeDuJap(faits), tribunal: ville })
  return adresseAdmise(contact?.courriel ?? '')
}

/** Opens the mail program on this message. Throws one sentence, and has then opened nothing. */
export async function envoyer(
  message: MessageContenu,
  a: string,
  ouvrir: (url: string) => Promise<void>,
): Promise<void> {
  const url = ecrireMailto({ a, objet: message.objet, texte: versTexte(message) })
  if (url.length > LONGUEUR_MAX) throw new ProductionError('courriel-trop-long')
  try {
    await ouvrir(url)
  } catch {
    throw new ProductionError('courriel-impossible')
  }
}
