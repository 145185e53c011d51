import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { clientOf } from '../domain/clients.ts'
import { tenantOf, type Tokens } from '../domain/tokens.ts'
import { partsOf } from './forms.ts'

type Fields = Record<string, string>

export function oauthRoutes(app: FastifyInstance, tokens: Tokens): void {
  app.post('/oauth/token', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const fields = await fieldsOf(request)
    if (fields.grant_type !== 'client_credentials') {
      const given = fields.grant_type ?? ''
      return refuse(
        reply,
        400,
        given ? 'unsupported_grant_type' : 'invalid_request',
        given ? `Unsupported grant type: ${given}` : 'grant_type is missing',
      )
    }
    const { client_id = '', client_secret = '' } = fields
    const client = clientOf(client_id, client_secret)
    if (!client) return refuse(reply, 401, 'invalid_client', 'Bad client credentials')
    return tokens.issue(client)
  })

  app.get('/oauth/info', (request) => {
    const base = `${request.protocol}://${request.host}`
    const { org, pod } = tenantOf
    return { org, pod, tokenEndpoint: `${base}/oauth/token`, apiBaseUrl: base }
  })
}

/** SDKs send the fields as multipart or urlencoded; the query string is allowed as well. */
async function fieldsOf(request: FastifyRequest): Promise<Fields> {
  const fields: Fields = {}
  const add = (name: string, value: unknown) => {
    if (typeof value === 'string') fields[name] = value
  }
  for (const source of [request.query, request.body]) {
    if (typeof source !== 'object' || source === null) continue
    for (const [name, value] of Object.entries(source)) add(name, value)
  }
  if (!request.isMultipart()) return fields
  for await (const part of partsOf(request, 0)) {
    if (part.type === 'field') add(part.fieldname, part.value)
    else part.file.resume()
  }
  return fields
}

const refuse = (reply: FastifyReply, status: number, error: string, error_description: string) =>
  reply.code(status).send({ error, error_description })
