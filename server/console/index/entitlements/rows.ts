import { createHash } from 'node:crypto'

import type { IndexDb } from '../store/database.ts'
import { readState, writeState } from '../store/state.ts'
import { turns } from '../turns.ts'
import { type Catalogue, type Named, type Status, type Value } from './catalogue.ts'

const STATE = 'entitlements'
const PAGE = 2000

type SourceState = { id: string; attributes: string[]; isSure: boolean; isHidden: boolean }
type State = { sources: SourceState[] }

/** As it is kept: `named` for a privileged one. */
type Kept = Pick<Value, 'sourceId' | 'attribute' | 'value' | 'read'> & {
  status: Status
  named?: Named
}

const keyOf = ({ sourceId, attribute, value }: Omit<Kept, 'read' | 'status'>) =>
  createHash('sha256')
    .update(JSON.stringify([sourceId, attribute, value]))
    .digest('hex')

/** Fills an empty catalogue with what was learnt before. */
export async function readCatalogue(db: IndexDb, catalogue: Catalogue): Promise<void> {
  const { sources = [] } = (await readState<State>(db, STATE)) ?? {}
  for (const { id, attributes, isSure, isHidden } of sources) {
    const known = { attributes: new Set(attributes), isSure, isHidden }
    catalogue.describe(catalogue.source(id), known)
  }
  const pause = turns()
  for (let after = ''; ;) {
    const page = await db
      .selectFrom('entitlement')
      .selectAll()
      .where('key', '>', after)
      .orderBy('key')
      .limit(PAGE)
      .execute()
    for (const { body } of page) {
      const { status, read, named, ...held }: Kept = JSON.parse(body)
      const value = catalogue.value(catalogue.source(held.sourceId), held)
      if (value) catalogue.learn(value, status, read, named)
      await pause()
    }
    after = page.at(-1)?.key ?? after
    if (page.length < PAGE) return
  }
}

export async function writeSources(db: IndexDb, { sources }: Catalogue): Promise<void> {
  const asked = [...sources.values()].flatMap(({ id, attributes, isSure, isHidden }) =>
    attributes ? [{ id, attributes: [...attributes], isSure, isHidden }] : [],
  )
  await writeState(db, STATE, { sources: asked } satisfies State)
}

/** Values, each once, with what they were just said to be. */
export async function writeValues(db: IndexDb, values: Value[], { named }: Catalogue) {
  if (values.length === 0) return
  const rows = values.map(({ sourceId, attribute, value, status, read, code }) => {
    const kept: Kept = { sourceId, attribute, value, status, read }
    const name = named.get(code)
    return { key: keyOf(kept), body: JSON.stringify({ ...kept, ...(name && { named: name }) }) }
  })
  await db
    .insertInto('entitlement')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((e) => ({ body: e.ref('excluded.body') })),
    )
    .execute()
}

export async function deleteValues(db: IndexDb, values: Value[]): Promise<void> {
  if (values.length === 0) return
  await db.deleteFrom('entitlement').where('key', 'in', values.map(keyOf)).execute()
}
