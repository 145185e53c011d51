import type { Operation } from 'rfc6902'

import { keyOf } from '../../lib/filter/key.ts'
import type { Db } from '../store/database.ts'
import {
  deleteSearchAttribute,
  putSearchAttribute,
  searchAttribute,
  searchAttributes,
  type SearchAttribute,
} from '../store/search-attributes.ts'
import { sourceRow } from '../store/sources.ts'
import { inTransaction } from '../store/transaction.ts'
import { invalid, notFound, Refusal } from './errors.ts'
import { patched } from './json-patch.ts'

export type SearchAttributes = ReturnType<typeof searchAttributeService>

/** The account attributes that are searchable. Names compare without regard to case. */
export function searchAttributeService(db: Db) {
  return {
    list: (limit: number, offset: number) => searchAttributes(db, limit, offset),
    find: (name: string) => searchAttribute(db, name),

    create: (wanted: unknown) =>
      inTransaction(db, async (trx) => {
        const attribute = await checked(trx, wanted)
        await checkFree(trx, attribute.name)
        await putSearchAttribute(trx, attribute)
      }),

    patch: (name: string, operations: Operation[]) =>
      inTransaction(db, async (trx) => {
        const before = await searchAttribute(trx, name)
        if (!before) throw missing(name)
        const after = await checked(trx, patched(before, operations, 'search attribute', mayChange))
        if (keyOf(after.name) !== keyOf(before.name)) await checkFree(trx, after.name)
        await deleteSearchAttribute(trx, before.name)
        await putSearchAttribute(trx, after)
        return after
      }),

    async delete(name: string): Promise<void> {
      if (!(await deleteSearchAttribute(db, name))) throw missing(name)
    },
  }
}

const missing = (name: string) =>
  new Refusal(404, `There is no search attribute with the name ${name}.`)

const mayChange = (pointer: string) =>
  ['/name', '/displayName', '/applicationAttributes'].includes(pointer) ||
  pointer.startsWith('/applicationAttributes/')

async function checkFree(db: Db, name: string): Promise<void> {
  if (!(await searchAttribute(db, name))) return
  throw invalid(`There is a search attribute with the name ${name} already.`)
}

async function checked(db: Db, wanted: unknown): Promise<SearchAttribute> {
  const { name, displayName, applicationAttributes } = Object(wanted)
  if (typeof name !== 'string' || name.trim() === '') {
    throw invalid('A search attribute needs a name.')
  }
  if (displayName !== undefined && typeof displayName !== 'string') {
    throw invalid('/displayName has to be text.')
  }
  const attributes = Object.entries(applicationAttributes ?? {})
  if (Array.isArray(applicationAttributes) || typeof (applicationAttributes ?? {}) !== 'object') {
    throw invalid('/applicationAttributes has to name an attribute for each source.')
  }
  for (const [sourceId, attribute] of attributes) {
    if (typeof attribute !== 'string' || attribute === '') {
      throw invalid(`/applicationAttributes/${sourceId} has to be the name of an attribute.`)
    }
    if (!(await sourceRow(db, sourceId))) throw notFound('source', sourceId)
  }
  return {
    name,
    displayName: displayName ?? name,
    applicationAttributes: Object.fromEntries(attributes) as Record<string, string>, // checked above
  }
}
