import { expect, test } from 'vitest'

import type { SearchAnswer } from './queries.ts'
import { groupsBefore, groupsOf, spoken } from './results.ts'

const places = [
  { to: '/accounts', label: 'Accounts' },
  { to: '/overview', label: 'Overview' },
]
const none = { items: [], total: 0, more: false, complete: true }
const nothing: SearchAnswer = { identities: none, accounts: none, sources: none }

const identity = (id: string, name: string) => ({
  id,
  name,
  alias: `${id}.alias`,
  email: '',
  status: null,
  lifecycleState: null,
  found: null,
})
const account = (id: string, name: string) => ({
  id,
  name,
  nativeIdentity: name,
  sourceName: 'HR',
  identityName: 'Ann',
  disabled: false,
  locked: false,
  uncorrelated: false,
  found: null,
})
const source = (id: string, name: string) => ({ id, name, type: null, accounts: 2 })

const labels = (answer: SearchAnswer, q: string) =>
  groupsOf(answer, q, places).map(({ label }) => label)

test('a kind of which something is called what is typed comes before one that only has it', () => {
  const answer: SearchAnswer = {
    identities: { ...none, items: [identity('i', 'Ann')], total: 1 },
    accounts: { ...none, items: [account('a', 'bert')], total: 1 },
    sources: { ...none, items: [source('s', 'Active Directory')], total: 1 },
  }
  expect(labels(answer, 'acti')).toEqual(['Sources', 'Identities', 'Accounts'])
  expect(labels(answer, 'ann')).toEqual(['Identities', 'Accounts', 'Sources'])
})

test('a screen is offered by the beginning of its name, and before everything else', () => {
  const answer = { ...nothing, identities: { ...none, items: [identity('i', 'Over')], total: 1 } }
  expect(labels(answer, 'over')).toEqual(['Go to', 'Identities'])
  expect(labels(answer, 'view')).toEqual(['Identities'])
})

test('only where there are more than are shown does an option lead to all of them', () => {
  const accounts = { ...none, items: [account('a', 'bert')], total: 1 }
  const ids = (hits: typeof accounts) =>
    groupsOf({ ...nothing, accounts: hits }, 'be & rt', []).flatMap(({ options }) => options)
  expect(ids(accounts).map(({ id }) => id)).toEqual(['account-a'])
  expect(ids({ ...accounts, total: 12 }).at(-1)).toMatchObject({
    title: 'Show all 12 accounts',
    to: '/accounts?q=be+%26+rt',
  })
  expect(ids({ ...accounts, total: 1000, more: true }).at(-1)?.title).toBe(
    'Show all 1,000+ accounts',
  )
})

test('an account that belongs to nobody says so, not who its hidden identity is', () => {
  const lonely = { ...account('a', 'bert'), nativeIdentity: 'n', uncorrelated: true, locked: true }
  const [group] = groupsOf(
    { ...nothing, accounts: { ...none, items: [lonely], total: 1 } },
    'b',
    [],
  )
  expect(group?.options[0]).toMatchObject({
    details: ['HR', 'Uncorrelated', 'n'],
    statuses: ['locked'],
  })
})

test('what has no visible name can still be chosen', () => {
  const blank = { ...account('a', ' \u200b'), nativeIdentity: '' }
  const answer = { ...nothing, accounts: { ...none, items: [blank], total: 1 } }
  expect(groupsOf(answer, 'x', [])[0]?.options[0]?.title).toBe('Without a name')
})

test('before anything is typed there are the recent searches and every screen', () => {
  const groups = groupsBefore(places, ['ann'])
  expect(groups.map(({ label }) => label)).toEqual(['Recent searches', 'Go to'])
  expect(groups[0]?.options[0]).toMatchObject({ title: 'ann' })
  expect(groups[0]?.options[0]?.to).toBeUndefined()
  expect(groupsBefore(places, []).map(({ label }) => label)).toEqual(['Go to'])
})

test('what was found is said by kind, and that nothing was', () => {
  const accounts = { ...none, total: 1 }
  const identities = { ...none, total: 1000, more: true }
  expect(spoken({ ...nothing, accounts, identities }, 'x')).toBe(
    'Found 1,000+ identities, 1 account',
  )
  expect(spoken(nothing, 'x')).toBe('Nothing matches “x”')
})

test('what can be done with what is open is offered at once, and by three letters of its name', () => {
  const run = () => {}
  const action = { icon: (() => null) as never, run }
  const account = {
    id: 'a1',
    name: 'ann',
    actions: [
      { ...action, id: 'disable', label: 'Disable', blocked: undefined },
      { ...action, id: 'unlock', label: 'Unlock', blocked: 'The account is not locked' },
    ],
  }
  const enable = { ...action, id: 'enable', label: 'Enable log-in', blocked: undefined }
  const open = [account, { id: 'i1', name: 'Ann Brown', actions: [enable] }]
  expect(groupsBefore([], [], open)).toMatchObject([
    {
      label: 'Actions for ann',
      options: [
        { title: 'Disable', details: [] },
        { title: 'Unlock', details: ['The account is not locked'] },
      ],
    },
    { label: 'Actions for Ann Brown', options: [{ title: 'Enable log-in' }] },
  ])
  const found = (q: string) => groupsOf(nothing, q, [], open).flatMap(({ options }) => options)
  expect(found('dis').map(({ title }) => title)).toEqual(['Disable'])
  // Two letters may be the beginning of a name, and Enter would act.
  expect(found('di')).toEqual([])
  expect(found('able')).toEqual([])
})
