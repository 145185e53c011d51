import { randomUUID } from 'node:crypto'

import type { components } from '../../../src/api/console-schema.d.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Db } from '../store/database.ts'
import type { ViewRow } from '../store/schema.ts'
import * as store from '../store/views.ts'
import { Refusal } from './failures.ts'
import { checkName, checkQuery } from './view-rules.ts'

type Schemas = components['schemas']
type View = Schemas['View']
type List = View['list']

const MOST_VIEWS = 200

export type Views = ReturnType<typeof viewService>

/** Named states of the lists, each an operator's own. */
export function viewService(db: Db) {
  return {
    async list(owner: store.Owner, list?: List): Promise<View[]> {
      return (await store.viewsOf(db, owner, list)).map(toView)
    },

    create(owner: store.Owner, asked: Schemas['NewView']): Promise<View> {
      return inTransaction(db, async (trx) => {
        if ((await store.countViews(trx, owner)) >= MOST_VIEWS) {
          throw new Refusal(409, `There are ${MOST_VIEWS} views already: delete one first.`)
        }
        const { list, name, query, pinned = false, isDefault = false } = asked
        const row = {
          id: randomUUID(),
          ...owner,
          list,
          ...named(name),
          query: checkQuery(query),
          pinned: flag(pinned),
          is_default: flag(isDefault),
        }
        await makeRoom(trx, owner, row)
        await store.insertView(trx, row)
        return toView(row)
      })
    },

    change(owner: store.Owner, id: string, asked: Schemas['ViewChange']): Promise<View> {
      return inTransaction(db, async (trx) => {
        const before = await store.findView(trx, owner, id)
        if (!before) throw unknownView()
        const { name, query, pinned, isDefault } = asked
        const row = {
          ...before,
          ...(name !== undefined && named(name)),
          ...(query !== undefined && { query: checkQuery(query) }),
          ...(pinned !== undefined && { pinned: flag(pinned) }),
          ...(isDefault !== undefined && { is_default: flag(isDefault) }),
        }
        await makeRoom(trx, owner, row)
        await store.updateView(trx, row)
        return toView(row)
      })
    },

    async remove(owner: store.Owner, id: string): Promise<void> {
      if (!(await store.deleteView(db, owner, id))) throw unknownView()
    },
  }
}

/** The name must be free in its list, and a list has one default at most. */
async function makeRoom(trx: Db, owner: store.Owner, row: ViewRow): Promise<void> {
  const others = await store.viewsOf(trx, owner, row.list)
  const holder = others.find(({ id, name_key }) => id !== row.id && name_key === row.name_key)
  if (holder) throw new Refusal(409, `This list has a view called ${holder.name} already.`)
  if (row.is_default) await store.clearDefault(trx, row)
}

function named(given: string): Pick<ViewRow, 'name' | 'name_key'> {
  const name = checkName(given)
  return { name, name_key: name.toLowerCase() }
}

const flag = (isSet: boolean): 0 | 1 => (isSet ? 1 : 0)

/** Somebody else's is not told apart from none. */
const unknownView = () => new Refusal(404, 'There is no such view; it may have been deleted.')

function toView({ id, list, name, query, pinned, is_default }: ViewRow): View {
  // Only lists of the contract are let in.
  return { id, list: list as List, name, query, pinned: pinned === 1, isDefault: is_default === 1 }
}
