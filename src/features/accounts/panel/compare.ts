import type { Account, Entitlement } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { compareText } from '#lib/messages/compare.ts'
import { labelOf } from '#lib/visible-text.ts'

import { correlationOf, sourceNameOf } from '../name-of.ts'
import { readAttribute, type AttributeValue } from './attribute-value.ts'

export const mostCompared = 4

export type Row = {
  key: string
  name: string
  /** One for each account; undefined where it is not known. */
  values: (AttributeValue | undefined)[]
  isDifferent: boolean
}
export type Group = { id: 'account' | 'attributes' | 'entitlements'; rows: Row[] }

/** The ids that an address names, each once and no more than can be read side by side. */
export function parseIds(params: URLSearchParams): string[] {
  const ids = (params.get('ids') ?? '').split(',').map((id) => id.trim())
  return [...new Set(ids.filter(Boolean))].slice(0, mostCompared)
}

/** `held`: the entitlements of each account, undefined where they could not be read. */
export const compareAccounts = (
  accounts: readonly Account[],
  held: readonly (readonly Entitlement[] | undefined)[],
): Group[] => [
  { id: 'account', rows: accountRows(accounts) },
  { id: 'attributes', rows: attributeRows(accounts) },
  { id: 'entitlements', rows: entitlementRows(held) },
]

const text = (said: string): AttributeValue => ({ is: 'text', text: said })

function accountRows(accounts: readonly Account[]): Row[] {
  const { columns, types } = t.accounts
  const row = (name: string, valueOf: (account: Account) => AttributeValue) =>
    rowOf(
      name,
      name,
      accounts.map(valueOf),
      accounts.map((account) => valueOf(account)),
    )
  return [
    row(columns.status, ({ disabled, locked }) => text(statusOf(disabled, locked))),
    row(columns.source, (account) => text(sourceNameOf(account))),
    row(columns.native, ({ nativeIdentity }) => text(nativeIdentity)),
    row(columns.identity, (account) => text(ownerOf(account))),
    row(columns.correlated, (account) => text(correlationOf(account))),
    row(columns.lifecycle, ({ cloudLifecycleState }) =>
      readAttribute('state', cloudLifecycleState ?? null),
    ),
    row(columns.type, ({ isMachine }) => text(isMachine ? types.machine : types.human)),
    row(columns.modified, ({ modified }) => readAttribute('modified', modified)),
    row(columns.created, ({ created }) => readAttribute('created', created)),
  ]
}

const statusOf = (disabled: boolean, locked: boolean) =>
  [disabled ? t.status.disabled : t.status.enabled, ...(locked ? [t.status.locked] : [])].join(', ')

const ownerOf = ({ uncorrelated, identity, identityId }: Account) =>
  uncorrelated ? t.none : (labelOf(identity?.name) ?? identityId ?? t.unknown)

function attributeRows(accounts: readonly Account[]): Row[] {
  const names = new Set(accounts.flatMap(({ attributes }) => Object.keys(attributes ?? {})))
  return [...names]
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map((name) => {
      const raw = accounts.map(({ attributes }) => ownValue(attributes, name))
      return rowOf(
        name,
        name,
        raw.map((value) => readAttribute(name, value)),
        raw.map(inOrder),
      )
    })
}

const ownValue = (attributes: Account['attributes'], name: string): unknown =>
  attributes && Object.hasOwn(attributes, name) ? attributes[name] : null

/** A source may tell the values of a list in any order. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((item) => JSON.stringify(item)).toSorted() : value

function entitlementRows(held: readonly (readonly Entitlement[] | undefined)[]): Row[] {
  const all = new Map<string, Entitlement>()
  for (const entitlement of held.flatMap((some) => some ?? [])) {
    all.set(keyOf(entitlement), entitlement)
  }
  const keys = held.map((some) => some && new Set(some.map(keyOf)))
  return [...all]
    .map(([key, { id, name, value, attribute }]) => {
      const has = keys.map((known) => known?.has(key))
      const label = labelOf(name) ?? labelOf(value) ?? id
      return rowOf(
        key,
        attribute ? compareText.entitlement(label, attribute) : label,
        has.map((yes) => (yes === undefined ? undefined : { is: 'flag', yes })),
        has.filter((yes) => yes !== undefined),
      )
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

const keyOf = ({ id, source, attribute, value }: Entitlement) =>
  value === undefined ? id : [source?.id, attribute, value].join('\n')

function rowOf(
  key: string,
  name: string,
  values: Row['values'],
  compared: readonly unknown[],
): Row {
  const [first, ...others] = compared.map((value) => JSON.stringify(value ?? null))
  return { key, name, values, isDifferent: others.some((other) => other !== first) }
}
