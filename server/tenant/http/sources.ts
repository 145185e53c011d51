import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'

import type { SourceSchema } from '../../contract.ts'
import { invalid } from '../domain/errors.ts'
import type { Loads } from '../domain/loads.ts'
import type { Db } from '../store/database.ts'
import { sourceSchemas } from '../store/read/schemas.ts'
import { findSource, listSources } from '../store/read/sources.ts'
import { partsOf } from './forms.ts'
import { callerOf } from './guard.ts'
import { found, idOf, listQuery, sendPage } from './lists.ts'
import type { Handlers } from './operations.ts'

type Deps = { db: Db; loads: Loads; maxUploadBytes: number }

export function sourceHandlers({
  db,
  loads,
  maxUploadBytes,
}: Deps): Handlers<'listSources' | 'getSource' | 'importAccounts' | 'getSourceSchemas'> {
  return {
    listSources: async (request, reply) =>
      sendPage(reply, await listSources(db, listQuery(request))),
    getSource: async (request) => {
      const id = idOf(request)
      return found(await findSource(db, id), 'source', id)
    },
    getSourceSchemas: async (request) => {
      const { sourceId } = request.params as { sourceId: string } // the contract's
      const schemas = found(await sourceSchemas(db, sourceId), 'source', sourceId)
      return schemas.filter(wantedBy(request))
    },
    importAccounts: async (request, reply) => {
      const id = idOf(request)
      const { staged, optimized } = await readForm(request, id)
      reply.code(202)
      return loads.start(id, { staged, optimized, launcher: callerOf(request) })
    },
  }

  async function readForm(request: FastifyRequest, sourceId: string) {
    let staged: string | undefined
    let optimized = true
    if (!request.isMultipart()) {
      checkEmpty(request.body)
      return { staged, optimized }
    }
    if (Number(request.headers['content-length']) > maxUploadBytes + FORM_BYTES) {
      // Read on, or the caller may meet a closed connection before it reads the answer.
      request.raw.resume()
      throw tooLarge()
    }
    try {
      for await (const part of partsOf(request, maxUploadBytes)) {
        if (part.type === 'field') {
          if (part.fieldname === 'disableOptimization') optimized = part.value !== 'true'
          continue
        }
        if (part.fieldname !== 'file' || staged) {
          part.file.resume()
          throw invalid(`The form takes one file, in the field file; ${part.fieldname} is another.`)
        }
        staged = await stageFile(part, sourceId)
      }
    } catch (error) {
      if (staged) await loads.discard(staged)
      throw error
    }
    return { staged, optimized }
  }

  async function stageFile({ file }: MultipartFile, sourceId: string): Promise<string> {
    const result = await loads.stage(sourceId, file).catch(asError)
    // A file that was cut at the limit fails where it was cut: the limit is what to say.
    if (file.truncated) {
      if (typeof result === 'string') await loads.discard(result)
      throw tooLarge()
    }
    if (typeof result === 'string') return result
    // The parser of forms gives its errors no code.
    const cut = /^(Part terminated early|Unexpected end)/.test(result.message)
    throw cut ? invalid('The form ends in the middle of the file.') : result
  }

  function tooLarge() {
    return invalid(`The file is larger than ${maxUploadBytes} bytes.`)
  }
}

/** A file that came as the bare body would be taken for no file at all. */
function checkEmpty(body: unknown): void {
  if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) return
  throw invalid('The file has to come as multipart/form-data, in the field file.')
}

/** Only `group` is a type that schemas are chosen by; the contract has `user`, and it does nothing. */
function wantedBy({ query }: FastifyRequest) {
  const asked = query as { 'include-types'?: string; 'include-names'?: string } // validated
  const names = asked['include-names']?.split(',').map((name) => name.trim())
  return ({ name = '' }: SourceSchema) =>
    (asked['include-types'] !== 'group' || name !== 'account') && (!names || names.includes(name))
}

/** What a form may hold around its file. */
const FORM_BYTES = 100_000

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
