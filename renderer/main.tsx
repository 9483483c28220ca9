import './sans-eval.ts'
import './jetons.css'
import './base.css'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { Application } from './application.tsx'

const racine = document.getElementById('racine')
if (racine)
  createRoot(racine).render(
    <I18nProvider locale="fr-FR">
      <Application />
    </I18nProvider>,
  )
