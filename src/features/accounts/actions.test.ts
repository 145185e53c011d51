import { describe, expect, test, vi } from 'vitest'

import type { Account } from '#api/client.ts'

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://console.test' }))
const { accountActions, actionsFor } = await import('./actions.ts')
type ActionContext = import('./actions.ts').ActionContext
type ActionId = import('./actions.ts').ActionId

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
const as = (...userLevels: string[]): ActionContext => ({
  ...admin,
  operator: { userLevels, scopes: [] },
})
const ids: ActionId[] = ['aggregate', 'enable', 'disable', 'unlock', 'remove']
const blocked = (id: ActionId, change: Partial<Account> = {}, context: ActionContext = admin) =>
  accountActions[id].blocked({ ...account, ...change }, context)

test('an administrator may do on a locked, enabled account all but enable it', () => {
  expect(ids.filter((id) => blocked(id) === undefined)).toEqual([
    'aggregate',
    'disable',
    'unlock',
    'remove',
  ])
})

describe('what is already so is not possible', () => {
  test.each<[ActionId, Partial<Account>, string]>([
    ['enable', { disabled: false }, 'The account is already enabled'],
    ['disable', { disabled: true }, 'The account is already disabled'],
    ['unlock', { locked: false }, 'The account is not locked'],
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
  const labels = (disabled: boolean) => actionsFor({ ...account, disabled }).map(({ id }) => id)
  expect(labels(false)).toEqual(['aggregate', 'disable', 'unlock', 'remove'])
  expect(labels(true)).toEqual(['aggregate', 'enable', 'unlock', 'remove'])
})

test('only Disable and Remove ask first, and Remove says that the account comes back', () => {
  expect(ids.filter((id) => accountActions[id].confirm)).toEqual(['disable', 'remove'])
  expect(accountActions.remove.confirm?.(account).body).toMatch(/next aggregation .* brings/)
})

describe('what counts as done', () => {
  const shows = (id: ActionId, after: Partial<Account>, ended = true) =>
    accountActions[id].shows({ ...account, ...after }, account, ended)

  test('the state that was asked for, and nothing less', () => {
    expect(shows('disable', { disabled: true })).toBe(true)
    expect(shows('disable', { disabled: false })).toBe(false)
    expect(shows('enable', { disabled: false })).toBe(true)
    expect(shows('unlock', { locked: false })).toBe(true)
    expect(shows('unlock', { locked: true })).toBe(false)
    expect(shows('remove', {})).toBe(false)
  })

  test('an aggregation is done when its task is, or else when the account has a new time', () => {
    expect(shows('aggregate', {}, true)).toBe(true)
    expect(shows('aggregate', {}, false)).toBe(false)
    expect(shows('aggregate', { modified: '2026-01-02T00:00:00Z' }, false)).toBe(true)
  })
})
