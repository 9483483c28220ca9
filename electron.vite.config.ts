import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const path = (name: string) => resolve(import.meta.dirname, name)

/**
 * Many small files, read as one: left outside, drizzle's import alone costs about a second at start-up.
 * What is native or drives a browser stays where npm put it.
 */
const BUNDLED = ['drizzle-orm', 'zod']

export default defineConfig({
  main: {
    ssr: { noExternal: BUNDLED },
    build: {
      outDir: 'out/main',
      externalizeDeps: { include: ['playwright-core'], exclude: BUNDLED },
      rollupOptions: { input: { index: path('electron/main.ts') } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file that may require `electron` and nothing else.
      rollupOptions: {
        input: { preload: path('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: path('out/renderer'),
      emptyOutDir: true,
      // A third of the size to read and compile before the first screen.
      minify: true,
      chunkSizeWarningLimit: 1500,
      // The polyfill fetches; the CSP allows no connection, and no data: URL for images or fonts.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: path('renderer/index.html') } },
    },
  },
})
