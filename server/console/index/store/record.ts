import { searchText } from './fold.ts'
import type { AccountRow } from './schema.ts'

/** An account as the tenant answers it; only its id is relied on. */
export type TenantAccount = Record<string, unknown> & { id: string }

export type Columns = Omit<AccountRow, 'ord'>
export type AccountRecord = { columns: Columns; text: string }

/** The columns that statements need of an account. */
export function recordOf(account: TenantAccount, passwordChanged: number | null): AccountRecord {
  const { id, name, nativeIdentity, identityId, uuid, created, modified } = account
  const identity = account.identity
  const identityName =
    typeof identity === 'object' && identity !== null ? Reflect.get(identity, 'name') : undefined
  return {
    columns: {
      id,
      name_key: keyOf(name),
      native_key: keyOf(nativeIdentity),
      identity_id: typeof identityId === 'string' ? identityId : '',
      identity_key: keyOf(identityName),
      uuid: typeof uuid === 'string' ? uuid : null,
      created: timeOf(created),
      modified: timeOf(modified),
      password_changed: passwordChanged,
      body: JSON.stringify(account),
    },
    text: searchText(account),
  }
}

const keyOf = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : '')

function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : time
}

export function isTenantAccount(value: unknown): value is TenantAccount {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'id') === 'string'
}
