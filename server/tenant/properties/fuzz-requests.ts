import fc from 'fast-check'

import { pathOf, queryOf } from './fuzz-address.ts'
import { operations, type Operation } from './fuzz-contract.ts'
import { forms } from './fuzz-forms.ts'
import { fuzzed, mostly, spoiled } from './fuzz-values.ts'

export type Request = {
  /** The operation of the contract that it began as. */
  operationId: string
  method: string
  url: string
  headers: Record<string, string>
  payload: string | undefined
}

const types = fc.constantFrom(
  'application/json',
  'application/json-patch+json',
  'text/plain',
  'application/xml',
  '',
  '/',
  'x',
  'application/json; charset=utf-16',
  'application/json, text/plain',
  'APPLICATION/JSON;a="',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
)

const noToken = fc.constantFrom(
  '',
  'Bearer',
  'Bearer ',
  'bearer x.y.z',
  'Basic ZGVtbzpkZW1v',
  'Bearer @token@x',
  'Bearer x@token@',
  'Bearer  @token@',
  '@token@',
  'Bearer eyJhbGciOiJub25lIn0.e30.',
  `Bearer ${'a'.repeat(5000)}`,
  'Bearer é',
  'Bearer null',
  'Bearer a.b.c.d',
  'Bearer @token@,@token@',
)
const token = fc.oneof(
  { weight: 12, arbitrary: fc.constant('Bearer @token@') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('bearer @token@', 'Bearer @helpdesk@', 'Bearer @auditor@'),
  },
  { weight: 1, arbitrary: noToken },
)

const extras = fc.dictionary(
  fc.constantFrom(
    'x-sailpoint-experimental',
    'accept',
    'origin',
    'content-encoding',
    'range',
    'accept-version',
    'x-http-method-override',
    'host',
    'cookie',
  ),
  fc.constantFrom(
    'true',
    '',
    'text/xml',
    'null',
    'gzip',
    'bytes=0-',
    '2',
    'DELETE',
    'a b',
    'é',
    '*/*;q=x',
  ),
  { maxKeys: 2, noNullPrototype: true },
)

const otherMethods = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')

type Body = { type: string; payload: string | undefined }

function bodyOf({ body }: Operation): fc.Arbitrary<Body> {
  const none: fc.Arbitrary<Body> = fc.record({
    type: fc.constantFrom('', 'application/x-www-form-urlencoded'),
    payload: fc.constant(undefined),
  })
  const stray: fc.Arbitrary<Body> = fc.record({ type: types, payload: spoiled(fuzzed({})) })
  if (!body) return mostly(none, stray)
  if (body.type.startsWith('multipart/')) return mostly(forms, fc.oneof(none, stray))
  const right: fc.Arbitrary<Body> = fc.record({
    type: mostly(fc.constant(body.type), types, 12),
    payload: spoiled(fuzzed(body.schema)),
  })
  return mostly(right, none, 20)
}

/** A request for one of the operations of the contract, with one thing or another wrong in it. */
const ofContract: fc.Arbitrary<Request> = fc.constantFrom(...operations).chain((operation) =>
  fc
    .record({
      method: mostly(fc.constant(operation.method), otherMethods, 12),
      path: pathOf(operation),
      query: queryOf(operation),
      token,
      extras,
      body: bodyOf(operation),
    })
    .map(({ method, path, query, token: authorization, extras: more, body }) => ({
      operationId: operation.id,
      method,
      url: query ? `${path}?${query}` : path,
      headers: {
        ...more,
        ...(authorization && { authorization }),
        ...(body.type && { 'content-type': body.type }),
      },
      payload: body.payload,
    })),
)

const fields = fc
  .array(
    fc.tuple(
      fc.constantFrom('grant_type', 'client_id', 'client_secret', 'a', '__proto__', 'client_id[]'),
      fc.constantFrom(
        'client_credentials',
        'demo-admin',
        'demo-admin-secret',
        'x',
        '',
        '%zz',
        '%00',
      ),
    ),
    { maxLength: 5 },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))

/** And for what the tenant has beside the contract. */
const beside: fc.Arbitrary<Request> = fc
  .record({
    method: mostly(fc.constantFrom('GET', 'POST'), otherMethods),
    path: fc.constantFrom(
      '/oauth/token',
      '/oauth/token',
      '/oauth/info',
      '/healthz',
      '/openapi.json',
      '/docs',
      '/control/drift',
      '/control/verifications/x',
      '/',
      '/nowhere',
    ),
    query: fc.oneof(fc.constant(''), fields),
    token,
    extras,
    body: fc.oneof(
      fc.record<Body>({
        type: fc.constant('application/x-www-form-urlencoded'),
        payload: fields,
      }),
      fc.record<Body>({ type: types, payload: spoiled(fuzzed({})) }),
      fc.constant<Body>({ type: '', payload: undefined }),
    ),
  })
  .map(({ method, path, query, token: authorization, extras: more, body }) => ({
    operationId: BESIDE,
    method,
    url: query ? `${path}?${query}` : path,
    headers: {
      ...more,
      ...(authorization && { authorization }),
      ...(body.type && { 'content-type': body.type }),
    },
    payload: method === 'GET' ? undefined : body.payload,
  }))

export const BESIDE = 'beside the contract'
export const requests = fc.oneof(
  { weight: 12, arbitrary: ofContract },
  { weight: 1, arbitrary: beside },
)
