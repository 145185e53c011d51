import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

import { readConfig } from './server/config.ts'

export default defineConfig(({ command }) => ({
  plugins: [react(), precompress()],
  server: command === 'serve' ? { port: 5173, proxy: { '/api': consoleProxy() } } : {},
  build: { target: 'es2023', sourcemap: false },
}))

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
