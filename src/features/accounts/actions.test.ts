import { describe, expect, test, vi } from 'vitest'

import type { Account } from '#api/client.ts'

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://console.test' }))
const { accountActions, actionsFor, openingActions } = await import('./actions.ts')
const { reassignTo } = await import('./reassign-to.ts')
type ActionContext = import('./actions.ts').ActionContext
type ActionId = import('./actions.ts').ActionId
type DirectId = import('./actions.ts').DirectId

const account: Account = {
  id: 'a1',
  name: 'ann',
  sourceId: 's1',
  sourceName: 'Active Directory',
  attributes: null,
  authoritative: false,
  disabled: false,
  locked: true,
  nativeIdentity: 'CN=ann',
  systemAccount: false,
  uncorrelated: false,
  manuallyCorrelated: false,
  hasEntitlements: false,
  features: 'SEARCH, UNLOCK, ENABLE, PROVISIONING',
  modified: '2026-01-01T00:00:00Z',
}
const admin: ActionContext = {
  operator: { userLevels: ['ORG_ADMIN'], scopes: ['sp:scopes:all'] },
  source: { name: 'Active Directory', healthy: true, features: undefined },
  pending: undefined,
  refused: () => undefined,
}
const file: Partial<Account> = { connectionType: 'file' }
const as = (...userLevels: string[]): ActionContext => ({
  ...admin,
  operator: { userLevels, scopes: [] },
})
const all = { ...accountActions, ...openingActions }
const ids = Object.keys(all) as ActionId[] // the keys of both maps
const blocked = (id: ActionId, change: Partial<Account> = {}, context: ActionContext = admin) =>
  all[id].blocked({ ...account, ...change }, context)

test('an administrator may do on a locked, enabled account of a directory all that goes there', () => {
  const possible = ids.filter((id) => blocked(id) === undefined)
  expect(possible).toEqual(['aggregate', 'disable', 'unlock', 'uncorrelate', 'remove', 'reassign'])
})

describe('what is already so is not possible', () => {
  test.each<[ActionId, Partial<Account>, string]>([
    ['enable', { disabled: false }, 'The account is already enabled'],
    ['disable', { disabled: true }, 'The account is already disabled'],
    ['unlock', { locked: false }, 'The account is not locked'],
    ['uncorrelate', { uncorrelated: true }, 'The account belongs to nobody'],
  ])('%s', (id, change, reason) => {
    expect(blocked(id, change)).toBe(reason)
  })
})

describe('what the source cannot do is not possible', () => {
  const readOnly = { features: 'SEARCH, PROVISIONING' }
  test.each<[ActionId, Partial<Account>, string | undefined]>([
    ['enable', { ...readOnly, disabled: true }, 'The source cannot enable or disable accounts'],
    ['disable', readOnly, 'The source cannot enable or disable accounts'],
    ['unlock', readOnly, 'The source cannot unlock accounts'],
    ['disable', { features: '' }, 'The source cannot enable or disable accounts'],
    ['aggregate', readOnly, undefined],
    ['remove', readOnly, undefined],
    ['unlock', { features: 'UNLOCK' }, undefined],
    ['disable', { features: 'UNLOCK,ENABLE' }, undefined],
    ['disable', { features: 'REENABLE' }, 'The source cannot enable or disable accounts'],
  ])('%s with %o', (id, change, reason) => {
    expect(blocked(id, change)).toBe(reason)
  })

  test('where the account does not tell, its source does, and neither known the tenant decides', () => {
    const source = { name: 'AD', healthy: true, features: ['SEARCH' as const] }
    expect(blocked('disable', { features: null }, { ...admin, source })).toMatch(/cannot/)
    expect(blocked('disable', { features: null }, { ...admin, source: undefined })).toBeUndefined()
  })
})

test('while one action is under way all others wait, and say for what', () => {
  for (const id of ids) {
    const reason = blocked(id, {}, { ...admin, pending: 'disable' })
    expect(reason).toBe('Disabling is under way')
  }
})

describe('user levels (isc-facts §2)', () => {
  test.each(['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN', 'HELPDESK'])(
    '%s may aggregate, disable and unlock',
    (level) => {
      expect(blocked('aggregate', {}, as(level))).toBeUndefined()
      expect(blocked('disable', {}, as(level))).toBeUndefined()
      expect(blocked('unlock', {}, as(level))).toBeUndefined()
    },
  )
  test('the helpdesk may not correlate, edit or delete, and is told who may', () => {
    const reason = 'It needs the user level ORG_ADMIN, SOURCE_ADMIN, SOURCE_SUBADMIN'
    for (const id of ['edit', 'reassign', 'uncorrelate', 'delete'] as const) {
      expect(blocked(id, file, as('HELPDESK'))).toBe(reason)
      expect(blocked(id, file, as('SOURCE_SUBADMIN'))).toBeUndefined()
    }
  })
  test.each(['SOURCE_ADMIN', 'SOURCE_SUBADMIN', 'HELPDESK'])('%s may not remove', (level) => {
    expect(blocked('remove', {}, as(level))).toBe('It needs the user level ORG_ADMIN')
  })
  test('a level that the tenant does not list may do nothing', () => {
    for (const id of ids) expect(blocked(id, {}, as('CERT_ADMIN'))).toMatch(/needs the user level/)
  })
  test('one of several levels is enough', () => {
    expect(blocked('remove', {}, as('HELPDESK', 'ORG_ADMIN'))).toBeUndefined()
  })
  test('a token that names none leaves it to the tenant', () => {
    expect(blocked('remove', {}, as())).toBeUndefined()
    expect(blocked('remove', {}, { ...admin, operator: undefined })).toBeUndefined()
  })
})

describe('scopes (isc-facts §2)', () => {
  const having = (...scopes: string[]): ActionContext => ({
    ...admin,
    operator: { userLevels: [], scopes },
  })
  test('read scopes alone block every action and name the missing one', () => {
    const context = having('idn:accounts:read')
    expect(blocked('disable', {}, context)).toMatch(/idn:accounts-state:manage/)
    expect(blocked('remove', {}, context)).toMatch(/idn:accounts:manage/)
  })
  test('the scope to change state does not allow to remove, nor the reverse', () => {
    expect(blocked('disable', {}, having('idn:accounts-state:manage'))).toBeUndefined()
    expect(blocked('remove', {}, having('idn:accounts-state:manage'))).toBeDefined()
    expect(blocked('disable', {}, having('idn:accounts:manage'))).toBeDefined()
  })
})

test('aggregation waits for a healthy source, nothing else does', () => {
  const context = { ...admin, source: { name: 'AD', healthy: false, features: undefined } }
  expect(blocked('aggregate', {}, context)).toBe('Active Directory is not healthy')
  expect(blocked('disable', {}, context)).toBeUndefined()
  expect(blocked('aggregate', {}, { ...admin, source: undefined })).toBeUndefined()
})

test('a refusal met before blocks that action alone, in the tenant’s words', () => {
  const context: ActionContext = {
    ...admin,
    refused: (id) => (id === 'unlock' ? 'Ask the owner' : undefined),
  }
  expect(blocked('unlock', {}, context)).toBe('The tenant refused it earlier: Ask the owner')
  expect(blocked('disable', {}, context)).toBeUndefined()
})

test('a menu offers one of Enable and Disable, and never hides what is not possible', () => {
  const offered = (disabled: boolean) => actionsFor({ ...account, disabled }).map(({ id }) => id)
  const others = ['unlock', 'edit', 'reassign', 'uncorrelate', 'compare', 'remove', 'delete']
  expect(offered(false)).toEqual(['aggregate', 'disable', ...others])
  expect(offered(true)).toEqual(['aggregate', 'enable', ...others])
})

describe('flat file sources (isc-facts §8.3)', () => {
  const source = { name: 'HR', healthy: true, features: undefined }
  test.each<[string, Partial<Account>, string | undefined, boolean]>([
    ['a connection by file', file, undefined, true],
    ['a direct connection', { connectionType: 'direct' }, undefined, false],
    ['a connection that is not told', { connectionType: null }, undefined, false],
    ['the type of the source goes first', { connectionType: null }, 'DelimitedFile', true],
    ['another type read from files', file, 'Generic - Direct', false],
    ['a log-in account', { ...file, systemAccount: true }, undefined, false],
  ])('%s', (_name, change, type, isPossible) => {
    for (const id of ['edit', 'delete'] as const) {
      const reason = blocked(id, change, { ...admin, source: { ...source, type } })
      expect(reason).toBe(isPossible ? undefined : 'Active Directory is not a flat file source')
    }
  })
})

test('a log-in account stays with its identity', () => {
  for (const id of ['reassign', 'uncorrelate'] as const) {
    expect(blocked(id, { systemAccount: true })).toMatch(/stays with its identity/)
  }
})

describe('what is asked before anything is sent', () => {
  const ann: Partial<Account> = { identityId: 'i1', identity: { id: 'i1', name: 'Ann Brown' } }
  const question = (id: DirectId, change: Partial<Account> = {}) =>
    accountActions[id].confirm?.({ ...account, ...ann, ...change })
  const text = (body: string | string[] | undefined) => [body].flat().join(' ')

  test('whatever takes something away asks, nothing else does', () => {
    const asking = ids.filter((id) => 'confirm' in all[id])
    expect(asking).toEqual(['disable', 'uncorrelate', 'remove', 'delete'])
  })

  test('Remove and Delete say that the account may come back, and by what', () => {
    expect(text(question('remove')?.body)).toMatch(/next aggregation .* brings/)
    expect(text(question('delete')?.body)).toMatch(/uploaded again, the account comes back/)
  })

  test('an authoritative source asks for the name of who would lose the account, and says what may follow', () => {
    const asked = question('uncorrelate', { authoritative: true })
    expect(asked?.typed?.text).toBe('Ann Brown')
    expect(text(asked?.body)).toMatch(/Ann Brown, they become uncorrelated/)
    expect(question('uncorrelate')?.typed).toBeUndefined()

    const bob = reassignTo({ id: 'i2', name: 'Bob' })
    const moved = bob.confirm?.({ ...account, ...ann, authoritative: true })
    expect(moved?.typed?.text).toBe('Ann Brown')
    expect(text(moved?.body)).toMatch(/belongs to Ann Brown now, and will belong to Bob/)
  })

  test('of an account that belongs to nobody, nobody loses anything', () => {
    // The hidden identity that such an account names is nobody (isc-facts §5.1).
    const nobody = { ...account, ...ann, uncorrelated: true, authoritative: true }
    const asked = reassignTo({ id: 'i2', name: 'Bob' }).confirm?.(nobody)
    expect(text(asked?.body)).not.toMatch(/Ann/)
    expect(asked?.typed?.text).toBe('Bob')
  })

  test('the tenant may make another account for who loses one that it provisioned', () => {
    const bob = reassignTo({ id: 'i2', name: 'Bob' })
    const provisioned = { ...account, ...ann, origin: 'PROVISIONED' as const }
    expect(text(bob.confirm?.(provisioned).body)).toMatch(/may create another one/)
    expect(text(bob.confirm?.({ ...account, ...ann }).body)).not.toMatch(/may create/)
  })
})
