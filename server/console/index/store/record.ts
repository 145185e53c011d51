import { searchText } from './fold.ts'
import { cut, isCut, keyOf, wellFormed } from './key.ts'
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
      identity_id: typeof identityId === 'string' ? cut(identityId) : '',
      identity_key: keyOf(identityName),
      uuid: typeof uuid === 'string' ? cut(uuid) : null,
      created: timeOf(created),
      modified: timeOf(modified),
      password_changed: passwordChanged,
      body: JSON.stringify(account),
    },
    text: searchText(account),
  }
}

function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : time
}

/** An id is kept as it is, whole; those of tenants are 32 characters long. */
export function isTenantAccount(value: unknown): value is TenantAccount {
  const id: unknown = typeof value === 'object' && value !== null && Reflect.get(value, 'id')
  return typeof id === 'string' && !isCut(id) && wellFormed(id) === id
}
