import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

export type Schema = {
  $ref?: string
  type?: string
  format?: string
  enum?: unknown[]
  minimum?: number
  maximum?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}
export type Parameter = { $ref?: string; in: string; name: string; schema: Schema }
export type Operation = {
  id: string
  method: string
  path: string
  parameters: Parameter[]
  body: { type: string; schema: Schema } | undefined
}

type Described = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
type Document = { paths: Record<string, Record<string, Described>> }

// The contract as it lies there, so that an operation that is added is tried without a change here.
const document: Document = parse(
  readFileSync(new URL('../../openapi/isc-v2024.yaml', import.meta.url), 'utf8'),
)

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete']

export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.includes(method))
    .map(([method, described]) => read(path, method, described)),
)

function read(path: string, method: string, described: Described): Operation {
  const { operationId: id, parameters = [], requestBody } = described
  const [body] = Object.entries(requestBody?.content ?? {})
  return {
    id,
    method: method.toUpperCase(),
    path,
    parameters: parameters.map(resolved),
    body: body && { type: body[0], schema: body[1].schema },
  }
}

/** What a reference into the contract stands for. */
export function resolved<T extends { $ref?: string }>(node: T): T {
  if (!node.$ref) return node
  let target: unknown = document
  for (const key of node.$ref.split('/').slice(1)) target = Reflect.get(Object(target), key)
  // A reference stands for something of its own kind.
  return resolved(target as T)
}
