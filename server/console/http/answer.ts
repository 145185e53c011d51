import { STATUS_CODES } from 'node:http'

import type { FastifyReply, FastifyRequest } from 'fastify'

import { errorBody } from '../../lib/error-body.ts'
import type { Answer } from '../upstream/call.ts'
import { unusableAnswer, type Tenant } from '../upstream/describe.ts'
import { readText } from '../upstream/read-text.ts'

/** What of the tenant's answer goes on to the browser: no cookie, no redirect, no policy of its own. */
const passedHeaders = [
  'content-type',
  'content-length',
  'content-encoding',
  'x-total-count',
  'retry-after',
  'x-deprecated',
  // The id by which the tenant's operators find a request.
  'slpt-request-id',
  'x-request-id',
]

/** A refusal is a few lines; what is longer is a page from something in between. */
const MAX_REFUSAL_BYTES = 64 * 1024

/** Hands the tenant's answer on, unread where it is a success. What is not JSON becomes JSON. */
export async function sendAnswer(
  answer: Answer,
  tenant: Tenant,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { status, headers, body } = answer
  const type = headers['content-type']
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(type ?? '')

  if (status >= 300 && status < 400) {
    await body.dump()
    throw unusableAnswer('sends the console elsewhere', tenant)
  }
  if (status < 400 && type !== undefined && !isJson) {
    await body.dump()
    throw unusableAnswer(`answered with ${type.split(';')[0]} where JSON was expected`, tenant)
  }

  reply.code(status).headers(passed(headers))
  // A packed refusal is not unpacked here: it says itself that it is JSON.
  if (status < 400 || (isJson && headers['content-encoding'])) return reply.send(body)

  const text = await readText(body, MAX_REFUSAL_BYTES).catch(() => undefined)
  const refusal = isJson && isJsonObject(text) ? text : unexplained(status, request.id)
  return reply
    .removeHeader('content-length')
    .removeHeader('content-encoding')
    .type('application/json; charset=utf-8')
    .send(refusal)
}

function passed(headers: Answer['headers']) {
  return Object.fromEntries(
    passedHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])),
  )
}

function isJsonObject(text: string | undefined): text is string {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

function unexplained(status: number, trackingId: string): string {
  const text = `The tenant answered ${status} ${STATUS_CODES[status] ?? ''}`.trim()
  return JSON.stringify(errorBody(status, `${text} and did not say why.`, trackingId))
}
