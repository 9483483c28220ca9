import type { ChecklistContenu, EtapeChecklist } from '../../domain/index.ts'
import { avecBlancs, html } from './echappement.ts'
import { appel, lignesEntete, segment, tete } from './morceaux.ts'

const MOTS = { fait: 'fait', 'sans-objet': 'sans objet', 'a-faire': 'à faire' } as const

export function corpsChecklist(c: ChecklistContenu): string {
  const longues = lignesEntete(c.entete).map(
    ([libelle, texte]) => `<p>${html(libelle)} : <bdi>${html(texte)}</bdi></p>`,
  )
  return `${tete(c.titre, c.entete, c.pied)}
<main class="corps">
${longues.join('')}
<h2>${c.reglees}/${c.etapes.length}</h2>
<table><caption>${html(c.consigne)}</caption>
<thead><tr><th scope="col">État</th><th scope="col">N°</th><th scope="col">Étape</th><th scope="col">À noter</th></tr></thead>
<tbody>${c.etapes.map(etape).join('')}</tbody></table>
</main>`
}

function etape(e: EtapeChecklist): string {
  const coche = e.etat === 'a-faire' ? '' : e.etat === 'fait' ? CROIX : TIRET
  const note = e.precision === null ? avecBlancs(e.aCompleter) : `<bdi>${html(e.precision)}</bdi>`
  const dossier =
    e.auDossier.length === 0 ? '' : `<p>au dossier : ${e.auDossier.map(segment).join(' ; ')}</p>`
  const tel = e.appel === undefined ? '' : `<p>appeler : ${appel(e.appel)}</p>`
  const motif = e.motif === null ? '' : `<p>${html(e.motif)}</p>`
  const longue = dossier.length > 800 ? ' class="longue"' : ''
  return `<tr${longue}><td class="etat"><span class="case">${coche}</span> ${MOTS[e.etat]}</td><td>${e.numero}</td>
<th scope="row">${html(e.texte)}${dossier}${motif}${tel}</th><td>${note}</td></tr>`
}

const CROIX =
  '<svg class="forme faux" viewBox="0 0 10 10" aria-hidden="true"><path d="M1 1l8 8M9 1L1 9"/></svg>'
const TIRET = '<svg class="forme neutre" viewBox="0 0 10 10" aria-hidden="true"><path d="M1 5h8"/></svg>'
