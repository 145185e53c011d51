import { consoleApi, ok } from '#api/client.ts'
import { labelOf } from '#lib/visible-text.ts'

import type { Known } from './csv-plan.ts'
import type { OwnerRow } from './csv.ts'
import { portions } from './portions.ts'
import type { Owner } from './queries.ts'

type Row = Record<string, unknown>

/** Everything that the rows name, as far as the index has it. */
export async function lookUp(
  rows: OwnerRow[],
  onProgress: (done: number) => void,
): Promise<{ accounts: Known[]; owners: Owner[] }> {
  const named = rows.filter(({ userName }) => userName !== '')
  const natives = [...new Set(named.map(({ account }) => account))]
  const aliases = [...new Set(named.map(({ userName }) => userName))]
  const all = natives.length + aliases.length
  let looked = 0
  const tell = (count: number) => {
    looked += count
    onProgress(Math.floor((rows.length * looked) / Math.max(all, 1)))
  }
  const accounts: Known[] = []
  for (const some of portions(natives)) {
    const filters = `nativeIdentity in (${listed(some)}) and systemAccount eq false`
    const query = { filters, limit: 250 }
    const { data } = await ok(consoleApi.GET('/accounts', { params: { query } }))
    accounts.push(...data.items.map(knownOf))
    tell(some.length)
  }
  const owners: Owner[] = []
  for (const some of portions(aliases)) {
    const query = { filters: `alias in (${listed(some)})`, limit: 250 }
    const { data } = await ok(consoleApi.GET('/identities', { params: { query } }))
    owners.push(...data.items.map(ownerOf))
    tell(some.length)
  }
  return { accounts, owners }
}

const listed = (values: string[]) =>
  values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(', ')

function knownOf(account: Row): Known {
  const { identity } = account
  const id = textOf(account.identityId)
  const name =
    typeof identity === 'object' && identity !== null ? textOf(Reflect.get(identity, 'name')) : ''
  return {
    id: textOf(account.id),
    name: labelOf(textOf(account.name)) ?? textOf(account.nativeIdentity),
    sourceId: textOf(account.sourceId),
    sourceName: textOf(account.sourceName),
    authoritative: account.authoritative === true,
    nativeIdentity: textOf(account.nativeIdentity),
    owner: account.uncorrelated === true || id === '' ? undefined : { id, name: name || id },
  }
}

function ownerOf(identity: Row): Owner {
  return {
    id: textOf(identity.id),
    name: textOf(identity.name) || textOf(identity.alias),
    alias: textOf(identity.alias),
    email: textOf(identity.emailAddress),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
