import type { AccountWriter } from './account-writer.ts'
import type { SeedSource } from './catalogue.ts'
import type { Clock } from './clock.ts'
import { draftOf, type Attributes, type Draft } from './drafts.ts'
import { holderOf } from './holder.ts'
import { nastyDrafts } from './nasty.ts'
import { personOf, type Person } from './people.ts'
import { identityRow, refOf, type AccountState } from './rows.ts'
import type { SourceKey } from './source-list.ts'
import type { Writer } from './writer.ts'

/** Numbers of the people that every data set has, above those of all others. */
const SAMPLES = 0x2000_0000

/** Accounts on which an operation always ends in the way that their name says. */
const sentinels: Record<string, AccountState> = {
  'sentinel-disable-500': {},
  'sentinel-disable-403': {},
  'sentinel-disable-429': {},
  'sentinel-task-error': {},
  'sentinel-never-confirms': {},
  'sentinel-slow': {},
  'sentinel-lost-task': {},
  'sentinel-remove-error': {},
  'sentinel-locked': { locked: 1 },
  'sentinel-ordinary': {},
  'sentinel-disabled': { disabled: 1 },
}

type Tools = { sources: SeedSource[]; accounts: AccountWriter; writer: Writer; clock: Clock }

/** Three people for trying things out; returns how many. */
export function addSamplePeople(tools: Tools): number {
  const samples = [
    { person: sample(0, 'Sentinel', 'Sample', tools.clock), add: addSentinels },
    { person: sample(1, 'Sentinel', 'Nologin', tools.clock), add: addWithoutLogin },
    { person: sample(2, 'Nasty', 'Data Sample', tools.clock), add: addNasty },
  ]
  for (const { person, add } of samples) {
    tools.writer.add('identity', identityRow(person, tools.clock))
    add(person, tools)
  }
  return samples.length
}

function addSentinels(person: Person, tools: Tools): void {
  addPlain(person, 'login', tools)
  const usual = draftOf('ad', holderOf(person), tools.clock)
  for (const [name, state] of Object.entries(sentinels)) {
    const own: Attributes = { distinguishedName: name, sAMAccountName: name, displayName: name }
    addAccount(person, 'ad', tools, renamed(usual, name, own), state)
  }
}

function addWithoutLogin(person: Person, tools: Tools): void {
  addPlain(person, 'hr', tools)
  addPlain(person, 'ad', tools)
}

function addNasty(person: Person, tools: Tools): void {
  addPlain(person, 'login', tools)
  const holder = holderOf(person)
  for (const { source, name, nativeIdentity, attributes } of nastyDrafts(holder, tools.clock)) {
    addAccount(person, source, tools, { nativeIdentity, name, uuid: null, attributes })
  }
}

function addPlain(person: Person, source: SourceKey, tools: Tools): void {
  addAccount(person, source, tools, draftOf(source, holderOf(person), tools.clock))
}

function addAccount(
  person: Person,
  key: SourceKey,
  { accounts, sources }: Tools,
  draft: Draft,
  state: AccountState = {},
): void {
  const source = sources.find((one) => one.key === key)
  if (!source) throw new Error(`There is no source ${key}`)
  const entitlements = source.entitlements.slice(0, 3)
  accounts.add({ source, identity: refOf(person), draft, entitlements, state })
}

function renamed(draft: Draft, name: string, own: Attributes): Draft {
  return {
    ...draft,
    name,
    nativeIdentity: name,
    uuid: null,
    attributes: { ...draft.attributes, ...own },
  }
}

function sample(index: number, firstName: string, lastName: string, clock: Clock): Person {
  const alias = `${firstName}.${lastName}`.toLowerCase().replaceAll(' ', '.')
  const named = { number: SAMPLES + index, firstName, lastName, alias, isManager: false }
  return {
    ...personOf(named, clock),
    employeeNumber: `9000${index + 1}`,
    manager: undefined,
    lifecycle: 'active',
    status: 'ACTIVE',
    processingState: 'OK',
    daysEmployed: 500,
    startDate: clock.dateDaysAgo(500),
  }
}
