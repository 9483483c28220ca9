import type { Declaration, Dossier, Orientation } from '../contrat.ts'
import type { Destinataire, MessageContenu } from './contenu.ts'
import { sansTexteLibre } from './destinataires.ts'
import type { Lecteur } from './enonces.ts'
import { entete } from './fiche.ts'
import { type OptionsMessage, PHRASES } from './phrases-messages.ts'
import { LARGEUR, replier } from './replier.ts'
import { aDetailler, texteConnu } from './retenus.ts'
import { voir } from './vue.ts'

/** Ready text for one of the five persons who are called or written to: what each needs to answer, and nothing more. */
export function ecrireMessage(
  destinataire: Destinataire,
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsMessage,
): MessageContenu {
  const l = sansPrecisions(voir(dossier, orientation, options, `message-${destinataire}`), destinataire)
  const matiere = { l, dossier, destinataire, options, suivis: aDetailler(l) }
  const phrases = PHRASES[destinataire](matiere).filter((p) => p.texte !== '')
  const { idDossier, numeroParquet, dateAudience, editeLe } = entete(dossier, orientation, options)
  return {
    type: 'message',
    destinataire,
    titre: titreDe(l, destinataire),
    objet: objetDe(numeroParquet),
    corps: phrases.flatMap((p) => replier(p.texte, LARGEUR)),
    declarations: [...new Set(phrases.flatMap((p) => p.declarations))],
    reference: { idDossier, numeroParquet, dateAudience, editeLe },
  }
}

/** The n° parquet and nothing else; what was typed as a number keeps only what a number is made of. */
function objetDe(numero: string | null): string {
  const lu = (numero ?? '').replace(/[^\d/ -]+/g, '').trim()
  return lu === '' ? 'N° parquet à compléter' : `N° parquet ${lu}`
}

/** A shelter gets the answers alone: a precision typed by hand may say anything. */
function sansPrecisions(l: Lecteur, destinataire: Destinataire): Lecteur {
  if (!sansTexteLibre(destinataire)) return l
  const nu = ({ precision: _tue, extrait: _tu, auteur: _aussi, ...d }: Declaration): Declaration => d
  return { ...l, parFait: new Map([...l.parFait].map(([fait, dites]) => [fait, dites.map(nu)])) }
}

function titreDe(l: Lecteur, destinataire: Destinataire): string {
  const jap = l.parFait.has('suivi.japRessort') ? texteConnu(l, 'suivi.japRessort') : undefined
  const titres: Readonly<Record<Destinataire, string>> = {
    apcars: 'À l’APCARS : enquête sociale rapide et annexe addiction',
    jap: jap === undefined ? 'Au JAP compétent' : `Au JAP de ${jap}`,
    spip: 'À la permanence du SPIP',
    avocat: 'À l’avocat de la défense',
    siao: 'Au SIAO',
  }
  return titres[destinataire]
}
