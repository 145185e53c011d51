import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'

const options = { strict: false, removeAdditional: false, useDefaults: true } as const

/** Checks requests against the contract; only what stands in the address is text to be converted. */
export function validatorCompiler(): FastifySchemaCompiler<object> {
  const body = new Ajv(options)
  const address = new Ajv({ ...options, coerceTypes: true })
  addFormats.default(body)
  addFormats.default(address)
  return ({ schema, httpPart }) => (httpPart === 'body' ? body : address).compile(schema)
}
