import type { FastifyInstance } from 'fastify'

const jsonTypes = ['application/json', 'application/json-patch+json']

/** Clients send a content type with an empty body where there is nothing to say. */
export function acceptBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>(jsonTypes, { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined)
    return parse(request, body, done)
  })
}
