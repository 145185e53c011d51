import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { build } from 'vite'

const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' }

/**
 * The plain table beside which Muster is measured, built and served, on the console's own answers.
 * What it is slower by than Muster's own server, a hop for those, is its handicap.
 */
export async function servePlainPage(consoleUrl: string) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-plain-'))
  await build({
    root: fileURLToPath(new URL('plain', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
    },
  })
  const files = packed(folder)
  rmSync(folder, { recursive: true })
  const server = createServer(({ url = '/' }, answer) => {
    if (url.startsWith('/api/')) return void forward(new URL(url, consoleUrl), answer)
    const path = files.has(url) ? url : '/index.html'
    answer.setHeader('content-type', types[extname(path)] ?? 'text/plain')
    answer.setHeader('content-encoding', 'gzip')
    answer.end(files.get(path))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, // it listens on TCP
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** By path, as it is sent: Muster's own files are packed beforehand as well. */
function packed(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(extname)
  return new Map(names.map((name) => [`/${name}`, gzipSync(readFileSync(join(folder, name)))]))
}

function forward(url: URL, answer: ServerResponse) {
  request(url, (from) => {
    answer.writeHead(from.statusCode ?? 502, { 'content-type': from.headers['content-type'] })
    from.pipe(answer)
  }).end()
}
