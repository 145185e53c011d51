import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

import { limitFirstLoad } from './scripts/lib/first-load.mjs'
import { readConfig } from './server/config.ts'

export default defineConfig(({ command }) => ({
  plugins: [react(), precompress(), limitFirstLoad(firstRows)],
  server: command === 'serve' ? { port: 5173, proxy: { '/api': consoleProxy() } } : {},
  build: {
    target: 'es2023',
    sourcemap: false,
    // Every browser that knows this target preloads modules by itself.
    modulePreload: {
      polyfill: false,
      // What the page itself begins with is there: naming it at each import would cost more.
      resolveDependencies: (_file, files) => files.filter((file) => !alwaysThere.test(file)),
    },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
}))

const alwaysThere = /\/(rolldown-runtime|vendor|index)-[\w-]{8}\.(js|css)$/

/** What a list may cost until its first rows. The libraries alone are 118,000 of it. */
const firstRows = { page: 'src/features/accounts/accounts-page.tsx', limit: 150_000 }

/**
 * Few files rather than twenty small ones, which pack badly: what changes only with a dependency,
 * and what every list needs. The rest is split by route and by `import()`.
 */
const groups = [
  {
    name: 'vendor',
    test: /node_modules\/(react|react-dom|scheduler|react-router|openapi-fetch|@tanstack\/(react-)?query(-core)?)\//,
    priority: 2,
  },
  {
    name: 'list',
    test: /node_modules\/(@tanstack|use-sync-external-store)\/|src\/ui\/(data-table|list-(layout|tools)|search-input|filter-bar|use-windowed|page-header|cells|status-badge)|src\/features\/accounts\/(account-(menu|status)\.|columns|search|use-counts-shown)|src\/lib\/use-url-state/,
    priority: 1,
  },
  // What stands around the accounts: it comes after the rows, and then at once.
  {
    name: 'around-accounts',
    includeDependenciesRecursively: false,
    test: /src\/features\/accounts\/(account-filter-editor|attribute-editor|counts|export|facets|filter-(check|completion|fields|problem|sheet|text)|known-values|list-|use-(filter-draft|room-beside))|src\/lib\/messages\/(en\/)?(accounts-list|filter-editor)|src\/ui\/filter-(editor|menu)|src\/ui\/menu-items/,
    priority: 1,
  },
]

/** The host stays the browser's: the console compares it with the origin of each write. */
function consoleProxy() {
  const { host, port } = readConfig()
  return {
    target: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    changeOrigin: false,
  }
}

/** Writes a gzip and a brotli file beside each text file, so that the server packs nothing. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = 'dist' }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (!/\.(js|css|html|svg|json|webmanifest)$/.test(fileName)) continue
        const path = join(dir, fileName)
        const content = readFileSync(path)
        const best = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params: best }))
      }
    },
  }
}
