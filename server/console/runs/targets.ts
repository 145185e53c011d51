import type { components } from '../../../src/api/console-schema.d.ts'
import { Refusal } from '../domain/failures.ts'
import { actions } from './actions.ts'
import { editOf, type Edit } from './edit.ts'
import type { AccountFacts } from './facts.ts'
import type { Draft } from './plan.ts'
import { reason } from './reason.ts'
import type { Selected } from './selection.ts'
import type { Owner } from './target.ts'
import { ReadRefused, type TenantCalls } from './tenant-calls.ts'

type Asked = components['schemas']['NewPlan']
type Targets = Pick<Draft, 'items' | 'target' | 'targetOf'>
type Calls = Pick<TenantCalls, 'identities'>

/**
 * What becomes of the accounts: whom they are given to, all to one or each to its own, or what their
 * attributes become. Throws where the action needs that and it is not said, or the other way round.
 */
export async function targetsFor(asked: Asked, items: Selected[], calls: Calls): Promise<Targets> {
  const edit = editFor(asked)
  if (edit) return { items, target: edit }
  const { action, identityId } = asked
  const { rows } = asked.selection
  const { takesTarget } = actions[action]
  const saying = rows?.filter((row) => row.identityId !== undefined).length ?? 0
  const isForEach = rows !== undefined && saying === rows.length
  if (!takesTarget) {
    if (identityId === undefined && saying === 0) return { items }
    throw new Refusal(400, `${action} takes no identityId.`)
  }
  if (identityId !== undefined && saying === 0) return toOne(identityId, items, calls)
  if (identityId === undefined && isForEach) return toEach(items, calls)
  const text = `${action} needs an identityId, of all or of each row: whom the accounts are given to.`
  throw new Refusal(400, text)
}

/** What the attributes are to become; undefined where the action is not about them. */
export function editFor({ action, attributes, identityId }: Asked): Edit | undefined {
  if (!actions[action].takesAttributes) {
    if (attributes === undefined) return undefined
    throw new Refusal(400, `${action} takes no attributes.`)
  }
  if (identityId !== undefined) throw new Refusal(400, `${action} takes no identityId.`)
  if (attributes) return editOf(attributes)
  throw new Refusal(400, `${action} needs attributes: what they are to become.`)
}

async function toOne(id: string, items: Selected[], calls: Calls): Promise<Targets> {
  const targets = await targetsOf([id], calls)
  const target = targets.get(id)
  if (!target) throw new Refusal(400, 'There is no such identity to give the accounts to.')
  return { items, target }
}

async function toEach(items: Selected[], calls: Calls): Promise<Targets> {
  const ids = items.flatMap(({ newOwner }) => newOwner ?? [])
  const targets = await targetsOf([...new Set(ids)], calls)
  const known = items.map((item): Selected => {
    if (!item.account || targets.has(item.newOwner ?? '')) return item
    const text = 'There is no such identity to give it to.'
    return { ...item, account: undefined, reason: reason('unknownIdentity', text) }
  })
  const byAccount = new Map(
    known.map(({ account, newOwner = '' }) => [account?.id, targets.get(newOwner)]),
  )
  return { items: known, targetOf: ({ id }: AccountFacts) => byAccount.get(id) ?? null }
}

/** Those that there are; all of them, without names, where the operator may not read identities. */
async function targetsOf(ids: string[], calls: Calls): Promise<Map<string, Owner>> {
  try {
    const found = await calls.identities(ids)
    return new Map(found.map(({ id, name }) => [id, targetOf(id, name)]))
  } catch (error) {
    if (!(error instanceof ReadRefused) || error.status !== 403) throw error
    return new Map(ids.map((id) => [id, targetOf(id, null)]))
  }
}

const targetOf = (identityId: string, name: unknown): Owner => ({
  identityId,
  identityName: typeof name === 'string' ? name : null,
})
