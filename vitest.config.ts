import { defineConfig } from 'vitest/config'

const commun = {
  environment: 'node' as const,
  pool: 'forks' as const,
  maxWorkers: 2,
  setupFiles: ['tests/graine.ts'],
}

export default defineConfig({
  test: {
    projects: [
      {
        test: { ...commun, name: 'rapide', include: ['tests/**/*.test.ts'], exclude: ['tests/fiabilite/**'] },
      },
      {
        test: {
          ...commun,
          name: 'lent',
          include: ['tests/fiabilite/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
