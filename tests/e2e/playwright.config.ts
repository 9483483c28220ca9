import { defineConfig } from 'playwright/test'
import { electronBinary, type Options } from './fixtures.ts'

const electron = electronBinary()
if (electron === null && process.env.TEST_WORKER_INDEX === undefined) {
  process.stdout.write(
    'Hôte electron : non prouvé (binaire absent), les mêmes specs passent sur l’hôte chromium.\n',
  )
}

export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './build.config.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { viewport: { width: 1366, height: 696 } },
  projects: [
    { name: 'chromium', use: { hote: 'chromium' } },
    ...(electron === null ? [] : [{ name: 'electron', use: { hote: 'electron' as const } }]),
  ],
})
