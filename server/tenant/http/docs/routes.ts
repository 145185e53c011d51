import type { FastifyInstance, FastifyRequest } from 'fastify'

import { clients } from '../../domain/clients.ts'
import { documentFor } from './document.ts'
import { docsPage } from './page.ts'
import { style } from './style.ts'

/** Nothing of the page comes from elsewhere, and nothing of it runs. */
const policy =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The contract for programs and for people, for whoever asks: no token is needed. */
export function docsRoutes(app: FastifyInstance, rateLimit: number): void {
  app.get('/openapi.json', (request) => documentFor(baseOf(request)))
  app.get('/', (_request, reply) => reply.redirect('/docs'))
  app.get('/docs', (request, reply) => {
    const base = baseOf(request)
    reply.header('content-security-policy', policy)
    reply.header('x-content-type-options', 'nosniff')
    reply.type('text/html; charset=utf-8')
    return docsPage(documentFor(base), { base, clients, rateLimit })
  })
  app.get('/docs.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}

const baseOf = ({ host, protocol }: FastifyRequest) => `${protocol}://${host}`
