import { defineConfig } from 'vitest/config'

const commun = {
  environment: 'node' as const,
  pool: 'forks' as const,
  maxWorkers: 2,
  setupFiles: ['tests/graine.ts'],
}
// Real stores, files, processes and PDFs, kills, properties over many draws: `npm test` runs them, `npm run check`
// does not.
const LENTS = [
  'tests/**/proprietes*.test.ts',
  'tests/proprietes/**/*.test.ts',
  'tests/fiabilite/**/*.test.ts',
  'tests/vault/**/*.test.ts',
  'tests/documents/**/*.test.ts',
  'tests/db/**/*.test.ts',
  'tests/files/**/*.test.ts',
  'tests/electron/**/*.test.ts',
  'tests/extraction/documents.test.ts',
  'tests/domain/documents/audience.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      // Pure code: one load of the catalogue for all files, instead of one for each.
      {
        test: { ...commun, isolate: false, name: 'rapide', include: ['tests/**/*.test.ts'], exclude: LENTS },
      },
      { test: { ...commun, name: 'lent', include: LENTS, testTimeout: 300_000, hookTimeout: 60_000 } },
    ],
  },
})
