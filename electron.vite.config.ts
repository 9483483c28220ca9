import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const path = (name: string) => resolve(import.meta.dirname, name)

/**
 * Many small files, read as one: left outside, drizzle's import alone costs about a second at start-up.
 * What is native or drives a browser stays where npm put it.
 */
const BUNDLED = ['drizzle-orm', 'zod']

/** The names under `/ouvriers/` decide what a worker may do: see `electron/pages.ts`. */
const OUVRIERS = 'ouvriers/[name]-[hash].js'

/** Fax and JPEG 2000 pictures of scanned PDFs: pdf.js asks for these scripts beside itself, by these names. */
function decodersOfPdf(): Plugin {
  return {
    name: 'aiguillage-decoders-of-pdf',
    generateBundle() {
      for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
        const source = readFileSync(path(`node_modules/pdfjs-dist/wasm/${name}`))
        this.emitFile({ type: 'asset', fileName: `ouvriers/${name}`, source })
      }
    },
  }
}

/** Tesseract names two modules of Node that it never calls in a browser; Vite would warn at each build. */
function withoutNode(): Plugin {
  const empty = '\0without-node'
  return {
    name: 'aiguillage-without-node',
    enforce: 'pre',
    resolveId: (id, importer) =>
      importer?.includes('/tesseract.js-core/') && !/[./]/.test(id) ? empty : null,
    load: (id) => (id === empty ? 'export default {}' : null),
  }
}

export default defineConfig({
  main: {
    ssr: { noExternal: BUNDLED },
    // Its file for Node declares a `require` of its own, which a bundled module already has.
    resolve: { alias: { fflate: path('node_modules/fflate/esm/browser.js') } },
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
    plugins: [react(), decodersOfPdf()],
    worker: {
      format: 'es',
      plugins: () => [withoutNode()],
      rollupOptions: { output: { entryFileNames: OUVRIERS, chunkFileNames: OUVRIERS } },
    },
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
