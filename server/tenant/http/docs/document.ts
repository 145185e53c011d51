import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

export type Schema = {
  $ref?: string
  type?: string
  format?: string
  description?: string
  nullable?: boolean
  default?: unknown
  enum?: unknown[]
  minimum?: number
  maximum?: number
  pattern?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}
export type Content = Record<string, { schema?: Schema }>
export type Parameter = {
  $ref?: string
  name: string
  in: string
  description?: string
  required?: boolean
  schema?: Schema
}
export type Answer = {
  $ref?: string
  description?: string
  content?: Content
  headers?: Record<string, unknown>
}
export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  security?: Record<string, string[]>[]
  'x-sailpoint-userLevels'?: string[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Answer>
}
type Components = {
  schemas: Record<string, Schema>
  parameters: Record<string, Parameter>
  responses: Record<string, Answer>
  securitySchemes: Record<string, { flows: { clientCredentials: { tokenUrl: string } } }>
}
export type Document = {
  info: { title: string; description: string }
  servers: { url: string; description?: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Components
}

const file = new URL('../../../openapi/isc-v2024.yaml', import.meta.url)

/** The contract as it stands in the file, with the addresses of the tenant that serves it. */
export function documentFor(base: string): Document {
  const document = parse(readFileSync(file, 'utf8')) as Document // ours, checked by its own tests
  document.servers = [{ url: `${base}/v2024` }]
  for (const { flows } of Object.values(document.components.securitySchemes)) {
    flows.clientCredentials.tokenUrl = `${base}/oauth/token`
  }
  return document
}

/** The last part of a reference within the document. */
export const nameOf = (ref: string) => ref.split('/').at(-1) ?? ''

export function resolvedIn({ components }: Document) {
  return {
    parameter: (given: Parameter) =>
      given.$ref ? (components.parameters[nameOf(given.$ref)] ?? given) : given,
    answer: (given: Answer) =>
      given.$ref ? (components.responses[nameOf(given.$ref)] ?? given) : given,
  }
}
