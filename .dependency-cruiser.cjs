/** Which room may enter which, and by which door (docs/decisions/0001-pieces.md). Everything not allowed is refused. */
const DOMAINE = '^domain/index\\.ts$'
const DB = '^db/index\\.ts$'
const IPC = '^electron/ipc/contract\\.ts$'
const NODE = { dependencyTypes: ['core'] }
const paquets = (...noms) => `^node_modules/(${noms.join('|')})/`

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vite/' } },
  ],
  allowed: [
    // Pure: zod and itself. No Node module, no React, no Electron, no SQL.
    { from: { path: '^domain/' }, to: { path: ['^domain/', paquets('zod')] } },
    {
      from: { path: '^db/' },
      to: {
        path: ['^db/', DOMAINE, paquets('better-sqlite3', '@types/better-sqlite3', 'drizzle-orm', 'zod')],
      },
    },
    { from: { path: '^db/' }, to: NODE },
    {
      from: { path: '^electron/' },
      to: { path: ['^electron/', DOMAINE, DB, paquets('zod', 'playwright-core', '@fontsource/[^/]+')] },
    },
    { from: { path: '^electron/' }, to: NODE },
    // Word and OpenDocument are written in one place.
    {
      from: { path: '^electron/formats/' },
      to: { path: paquets('docx', 'odf-kit', 'fflate', 'fast-xml-parser') },
    },
    // `electron` itself is imported in one place, and by the preload that Electron sandboxes.
    {
      from: { path: '^electron/(shell-electron|shell-check|preload)\\.ts$' },
      to: { path: paquets('electron') },
    },
    {
      from: { path: '^renderer/' },
      to: {
        path: [
          '^renderer/',
          DOMAINE,
          IPC,
          paquets(
            'react',
            'react-dom',
            '@types/react',
            '@types/react-dom',
            'react-aria-components',
            'zustand',
            'tinykeys',
            'lucide-react',
            'vite',
            'zod',
          ),
        ],
      },
    },
    // Files of others are read in one place, and by its workers only.
    {
      from: { path: '^renderer/extraction/' },
      to: {
        path: paquets(
          'pdfjs-dist',
          'fflate',
          'fast-xml-parser',
          'tesseract\\.js-core',
          '@tesseract\\.js-data/fra',
        ),
      },
    },
    {
      from: { path: '^scripts/' },
      to: {
        path: [
          '^scripts/',
          '^domain/',
          '^electron/(chromium|impression|files)/',
          paquets('yaml', 'zod', 'playwright-core'),
        ],
      },
    },
    { from: { path: '^scripts/' }, to: NODE },
  ],
  allowedSeverity: 'error',
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.cts', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
