import { readFileSync } from 'node:fs'

import addFormats from 'ajv-formats'
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import { parse } from 'yaml'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const contract = new URL('../openapi/isc-v2024.yaml', import.meta.url)
const document = asJsonSchema(parse(readFileSync(contract, 'utf8')))
const ajv = new Ajv2019({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, 'contract')

const checks = new Map<string, ValidateFunction>()

/**
 * For tests: throws unless `value` is what the contract says, fields that the contract does not know
 * included. `name` is a schema (`Account`) or an answer (`listAccounts 200`).
 */
export function expectContract(name: string, value: unknown): void {
  const check = checks.get(name) ?? ajv.compile({ $ref: `contract${pointerTo(name)}` })
  checks.set(name, check)
  if (check(value)) return
  const problems = check.errors?.map((error) => {
    const unknown = error.params.unevaluatedProperty ?? ''
    return `${error.instancePath || 'the value'} ${error.message} ${unknown}`.trim()
  })
  throw new Error(`Not a ${name}: ${problems?.join('; ')}\n${JSON.stringify(value, null, 2)}`)
}

type Answer = { method: string; url: string; status: number; body: string }

/**
 * For tests: throws unless the contract has this answer for what was called, by its status and its
 * body. An address that belongs to no operation has to be answered with 404.
 */
export function expectAnswer({ method, url, status, body }: Answer): void {
  const operation = operationAt(method, url)
  if (!operation) {
    if (status !== 404) throw new Error(`${method} ${url} is no operation, and answers ${status}`)
    return method === 'HEAD' ? undefined : expectContract('ErrorResponseDto', JSON.parse(body))
  }
  const name = `${String(operation.operationId)} ${status}`
  const declared = at(operation, 'responses')[status]
  if (!isObject(declared)) throw new Error(`The contract has no answer ${name}: ${body}`)
  const answer = '$ref' in declared ? shared(declared) : declared
  const hasBody = 'content' in answer && method !== 'HEAD'
  if (hasBody) expectContract(name, JSON.parse(body))
  else if (body !== '' && status < 300)
    throw new Error(`${name} has no body, but came with ${body}`)
}

const shared = ({ $ref }: Json) =>
  at(at(at(document, 'components'), 'responses'), String($ref).split('/').at(-1) ?? '')

/** Every path of the contract, those without a parameter in a place before those with one. */
const templates = Object.keys(at(document, 'paths')).toSorted()

function operationAt(method: string, url: string): Json | undefined {
  const [full = ''] = url.split('?')
  const path = full.startsWith('/v2024/')
    ? full.slice(6)
    : full.replace(/^(\/[^/]+)\/v1(?=\/|$)/, '$1')
  const template = templates.find((candidate) => {
    const pattern = candidate.replaceAll(/\{\w+\}/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(path) && operationOf(candidate, method)
  })
  return template === undefined ? undefined : operationOf(template, method)
}

function operationOf(template: string, method: string): Json | undefined {
  const item = at(at(document, 'paths'), template)
  const operation = item[method.toLowerCase()] ?? (method === 'HEAD' ? item.get : undefined)
  return isObject(operation) ? operation : undefined
}

function pointerTo(name: string) {
  const [operationId, status] = name.split(' ')
  if (!status) return `#/components/schemas/${name}`
  for (const [path, item] of Object.entries(at(document, 'paths'))) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (!isObject(operation) || operation.operationId !== operationId) continue
      const answer = at(operation, 'responses')[status]
      if (!isObject(answer)) break
      const own = `#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/responses`
      const home = typeof answer.$ref === 'string' ? answer.$ref : `${own}/${status}`
      return encodeURI(`${home}/content/application~1json/schema`)
    }
  }
  throw new Error(`The contract has no answer ${name}`)
}

function at(parent: Json, key: string): Json {
  const value = parent[key]
  return isObject(value) ? value : {}
}

/**
 * OpenAPI 3.0 as a JSON schema that is strict about unknown fields. What an `allOf` brings together
 * is closed as a whole, so its parts are left open.
 */
function asJsonSchema(contents: Json): Json {
  const parts = new Set<string>()
  collectParts(contents, parts)
  const schemas = at(at(contents, 'components'), 'schemas')
  const open = new Set([...parts].map((ref) => schemas[ref.split('/').at(-1) ?? '']))
  return closed(contents, false)

  function closed(node: Json, isPart: boolean): Json {
    const copy: Json = {}
    for (const [key, value] of Object.entries(node)) {
      const inAllOf = key === 'allOf'
      copy[key] = Array.isArray(value)
        ? value.map((item) => (isObject(item) ? closed(item, inAllOf) : item))
        : isObject(value)
          ? closed(value, open.has(value))
          : value
    }
    const fixed = 'properties' in node || 'allOf' in node
    if (fixed && !isPart && !('additionalProperties' in node)) {
      copy.unevaluatedProperties = false
    }
    if (!node.nullable) return copy
    // Ajv's own `nullable` reaches neither an enum nor the parts of an allOf.
    const { nullable: _, ...rest } = copy
    return { anyOf: [{ type: 'null' }, rest] }
  }
}

function collectParts(node: unknown, parts: Set<string>): void {
  if (Array.isArray(node)) return node.forEach((item) => collectParts(item, parts))
  if (!isObject(node)) return
  for (const part of Array.isArray(node.allOf) ? node.allOf : []) {
    if (isObject(part) && typeof part.$ref === 'string') parts.add(part.$ref)
  }
  for (const value of Object.values(node)) collectParts(value, parts)
}
