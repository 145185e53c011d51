import type { CheckedFilter } from '../../../../lib/filter/check.ts'
import { evaluate, type Stored } from '../../../../lib/filter/evaluate.ts'
import { inOrder } from '../../../../lib/filter/order.ts'
import type { Sorter } from '../../../../lib/filter/sorters.ts'
import { storedAttribute } from '../../memory/facts.ts'

type Account = Record<string, unknown>
/** The same accounts as plain objects, by row number. */
export type Accounts = Map<number, Account>

const textOf = (value: unknown): Stored => (typeof value === 'string' ? value : null)
const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
const timeOf = (value: unknown): Stored => {
  const time = typeof value === 'string' ? Date.parse(value) : NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** What a field of the filter says of an account, read from the account itself. */
export function read(account: Account, field: string): Stored {
  if (field.startsWith('attributes.')) {
    const { attributes } = account
    const name = field.slice('attributes.'.length)
    return Array.isArray(attributes) ? null : storedAttribute(inside(attributes, name))
  }
  switch (field) {
    case 'id':
    case 'identityId':
    case 'uuid':
    case 'name':
    case 'nativeIdentity':
    case 'sourceId':
    case 'sourceName':
    case 'origin':
    case 'cloudLifecycleState':
    case 'identityState':
    case 'connectionType':
      return textOf(account[field])
    case 'identity.name':
      return textOf(inside(account.identity, 'name'))
    case 'text':
      return `${account.name} ${account.nativeIdentity}`
    case 'status':
      return [
        account.disabled === true ? 'disabled' : 'enabled',
        ...(account.locked === true ? ['locked'] : []),
      ]
    case 'type':
      return account.isMachine === true ? 'machine' : 'human'
    case 'source.displayableName':
      return textOf(account.sourceName)
    case 'source.authoritative':
      return account.authoritative === true
    case 'source.connectionType':
      return textOf(account.connectionType)
    case 'entitlements':
      return account.hasEntitlements === true
    case 'identity.correlated':
      return account.uncorrelated !== true
    case 'identity.identityState':
      return textOf(account.identityState)
    case 'recommendation.method':
      return textOf(inside(account.recommendation, 'method'))
    case 'created':
    case 'modified':
      return timeOf(account[field])
    case 'passwordChanged':
      return timeOf(
        Array.isArray(account.attributes) ? null : inside(account.attributes, 'pwdLastSet'),
      )
    case 'privileged':
    case 'privilegedEntitlement':
      return null // the stage has asked no tenant
    default:
      return account[field] === true
  }
}

/** `ne` on the one field of several values is true where none of them is equal. */
function plain(filter: CheckedFilter): CheckedFilter {
  if (filter.kind === 'not') return { kind: 'not', part: plain(filter.part) }
  if ('parts' in filter) {
    return { kind: filter.kind, parts: filter.parts.map(plain) }
  }
  return filter.field === 'status' && filter.operator === 'ne'
    ? { kind: 'not', part: { ...filter, operator: 'eq' } as CheckedFilter } // a comparison still
    : filter
}

export function matching(accounts: Accounts, filter: CheckedFilter | undefined): number[] {
  if (!filter) return [...accounts.keys()]
  const meant = plain(filter)
  return [...accounts].flatMap(([ord, account]) =>
    evaluate(meant, (field) => read(account, field)) ? [ord] : [],
  )
}

/** By the sorters one after the other, and then by row number, for which `id` stands in `inOrder`. */
export function sorted(accounts: Accounts, ords: number[], sorters: Sorter[]): number[] {
  const terms = sorters.map(({ field, descending }) => ({ field: `own ${field}`, descending }))
  const order = inOrder<number>(
    terms,
    (ord, term) => {
      if (term === 'id') return ord
      const [field, account] = [term.slice('own '.length), accounts.get(ord) ?? {}]
      return field === 'status' ? statusPlace(account) : read(account, field)
    },
    ['own id', 'own identityId', 'own uuid', 'own sourceId'],
  )
  return ords.toSorted(order)
}

const statusPlace = ({ disabled, locked }: Account) =>
  Number(disabled === true) * 2 + Number(locked === true)

const aliases: Record<string, string> = {
  isMachine: 'type',
  entitlements: 'hasEntitlements',
  'identity.correlated': 'uncorrelated',
  'identity.identityState': 'identityState',
  'source.connectionType': 'connectionType',
  'source.authoritative': 'authoritative',
}

/** The filter without the parts that speak only of the facet. */
export function withoutFacet(filter: CheckedFilter, facet: string): CheckedFilter | undefined {
  const parts = conjuncts(filter).filter((part) => {
    const named = new Set([...fieldsOf(part)].map((field) => aliases[field] ?? field))
    return !(named.size === 1 && named.has(facet))
  })
  return parts.length > 0 ? { kind: 'and', parts } : undefined
}

const conjuncts = (filter: CheckedFilter): CheckedFilter[] =>
  filter.kind === 'and' ? filter.parts.flatMap(conjuncts) : [filter]

function fieldsOf(filter: CheckedFilter): Set<string> {
  if (filter.kind === 'not') return fieldsOf(filter.part)
  if ('parts' in filter) {
    return new Set(filter.parts.flatMap((part) => [...fieldsOf(part)]))
  }
  return new Set([filter.field])
}
