import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

import { limitFirstLoad } from './scripts/lib/first-load.mjs'
import { inlineScript } from './scripts/lib/inline-script.mjs'
import { inLanguage, languageOf } from './scripts/lib/language.mjs'
import { unusedRouter } from './scripts/lib/unused-router.mjs'
import { readConfig } from './server/config.ts'

export default defineConfig(({ command, mode }) => ({
  plugins: [
    inlineScript('src/before.ts'),
    inLanguage(mode),
    react(),
    unusedRouter(),
    precompress(),
    limitFirstLoad({
      entry: 'src/main.tsx',
      limit: limits[languageOf(mode) as keyof typeof limits],
    }),
  ],
  server: command === 'serve' ? { port: 5173, proxy: { '/api': consoleProxy() } } : {},
  build: {
    target: 'es2023',
    sourcemap: false,
    // Every browser that knows this target preloads modules by itself.
    modulePreload: {
      polyfill: false,
      // What the page itself begins with is there. The parts of the frame are fetched while nobody
      // waits: to name all their files would cost the first load more than it saves them.
      resolveDependencies: (file, files, { hostId }) =>
        files.filter(
          (each) =>
            !alwaysThere.test(each) && (isPage(file) || !isEntry(hostId) || each.endsWith('.css')),
        ),
    },
    rolldownOptions: {
      output: { codeSplitting: { groups } },
      // What React Router tells in development, of which a user has no use.
      treeshake: { manualPureFunctions: ['warning', 'warnOnce'] },
    },
  },
}))

const alwaysThere = /\/(rolldown-runtime|vendor|app)-[\w-]{8}\.(js|css)$/
const isEntry = (file: string) => /\/app-[\w-]{8}\.js$/.test(file)
const isPage = (file: string) => /-(page|panel|tab)-[\w-]{8}\.js$/.test(file)

/**
 * In bytes, of which the libraries alone are 107,000: the frame, and the accounts until their first
 * rows. What tests build for themselves is longer.
 */
const limits = { en: 147_000, de: 148_000, pseudo: Number.POSITIVE_INFINITY }

/**
 * Few files rather than twenty small ones, which pack badly: what changes only with a dependency,
 * and what every list needs. The rest is split by route and by `import()`.
 */
const groups = [
  {
    name: 'vendor',
    test: /node_modules\/(react|react-dom|scheduler|react-router|openapi-fetch|@tanstack\/(react-)?query(-core)?)\/(?!.*(infinite|mutation)(Query)?(Observer|Options)|.*use(InfiniteQuery|Mutation)\.)/i,
    priority: 2,
  },
  // What of react-query no list begins with: one file rather than five.
  { name: 'query', test: /node_modules\/@tanstack\/(react-)?query(-core)?\//, priority: 1 },
  // The frame, and the accounts with all that they import: one file rather than thirty.
  { name: 'app', test: /\/src\/main\.tsx$/, priority: 1 },
  // What stands around the accounts: it comes after the rows, and then at once.
  {
    name: 'around-accounts',
    includeDependenciesRecursively: false,
    test: /src\/features\/accounts\/(account-filter-editor|attribute-editor|counts|export|facets|filter-(check|completion|fields|problem|sheet|text)|known-values|list-|use-(filter-draft|room-beside))|src\/lib\/messages\/((en|de)\/)?(accounts-list|filter-editor)|src\/ui\/filter-(editor|menu)|src\/ui\/menu-items/,
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
