import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { sendNotFound } from './errors.ts'
import { policyOf } from './security-headers.ts'

/** Vite puts the hash of a file's content into its name there; each language has a folder of its own. */
const HASHED = /^\/(?:[a-z]+\/)?assets\//
const PAGE = 'index.html'
const ICON = '/icon.svg'

/** Serves the built web application; every address of its own router is answered with its page. */
export async function webRoutes(app: FastifyInstance, { webRoot }: { webRoot: string }) {
  const english = pageIn(webRoot, PAGE)
  const others = pagesIn(webRoot)
  const pageFor = ({ headers }: FastifyRequest) =>
    others.get(/(?:^|; *)muster-language=([a-z]+)/.exec(headers.cookie ?? '')?.[1] ?? '') ?? english
  await app.register(fastifyStatic, { root: webRoot, serve: false, preCompressed: true })

  app.route<{ Params: { '*': string } }>({
    method: 'GET',
    url: '/*',
    handler: (request, reply) => {
      const path = pathOf(request)
      if (path.startsWith('/api/')) return sendNotFound(request, reply)
      if (isNavigation(path, request)) return sendPage(reply, pageFor(request))
      // A file of the same name never changes its content there.
      const forever = HASHED.test(path)
      // A browser asks for the icon with each change of the address: with each letter of a search.
      const maxAge = forever ? '1y' : path === ICON ? '1h' : 0
      return reply.sendFile(request.params['*'], { immutable: forever, maxAge })
    },
  })
}

/** The page names the hashed files, so a browser has to ask for it each time. */
function sendPage(reply: FastifyReply, { file, policy }: Page) {
  reply.header('cache-control', 'no-cache').header('vary', 'cookie')
  reply.header('content-security-policy', policy)
  return reply.sendFile(file, { cacheControl: false })
}

type Page = { file: string; policy: string }

const pageIn = (webRoot: string, file: string): Page => ({
  file,
  policy: policyOf(readFileSync(join(webRoot, file), 'utf8')),
})

/** By its language, each other page than the English one. */
function pagesIn(webRoot: string): Map<string, Page> {
  const folders = readdirSync(webRoot).filter((name) => existsSync(join(webRoot, name, PAGE)))
  return new Map(folders.map((name) => [name, pageIn(webRoot, `${name}/${PAGE}`)]))
}

/** True where a person opens an address, false where a page asks for a file by its name. */
function isNavigation(path: string, { headers }: FastifyRequest): boolean {
  if (HASHED.test(path)) return false
  const namesFile = /\.[a-z0-9]+$/i.test(path)
  return !namesFile || (headers.accept ?? '').includes('text/html')
}

function pathOf({ raw }: FastifyRequest): string {
  return (raw.url ?? '/').replace(/[?#].*$/s, '')
}
