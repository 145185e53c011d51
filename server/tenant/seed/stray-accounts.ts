import type { AccountWriter } from './account-writer.ts'
import type { SeedSource } from './catalogue.ts'
import type { Clock } from './clock.ts'
import { draftOf } from './drafts.ts'
import { unknownHolder } from './holder.ts'
import type { Person } from './people.ts'
import { entitlementCount } from './person-accounts.ts'
import { idOf, randomFrom } from './random.ts'
import { hiddenIdentityRow, type AccountState, type IdentityRef } from './rows.ts'
import type { SourceKey } from './source-list.ts'
import type { Writer } from './writer.ts'

/** Ids of hidden identities begin here, above those of all people. */
const HIDDEN = 0x4000_0000
/** With five accounts a person, this makes 3 % of all accounts uncorrelated. */
const SHARE = 0.155

const machineHomes = ['ad', 'entra', 'oracle'] as const
const strayHomes = ['ad', 'entra', 'sap', 'salesforce', 'github', 'badge', 'oracle'] as const
const methods = ['DISCOVERY', 'SOURCE', 'CRITERIA'] as const

type Tools = { sources: SeedSource[]; accounts: AccountWriter; writer: Writer; clock: Clock }

/** Now and then, beside a person's accounts, one that belongs to nobody; a third serve machines. */
export function addStrayAccount(person: Person, tools: Tools): void {
  const { accounts, clock, sources, writer } = tools
  const random = randomFrom(person.number * 31 + 7)
  if (!random.chance(SHARE)) return
  const isMachine = random.chance(1 / 3)
  const home: SourceKey = isMachine ? random.pick(machineHomes) : random.pick(strayHomes)
  const source = sources.find(({ key }) => key === home)
  if (!source) throw new Error(`There is no source ${home}`)

  const draft = draftOf(home, unknownHolder(person.number, isMachine), clock)
  const age = random.int(10, 800)
  const id = idOf('identity', HIDDEN + person.number)
  const created = clock.daysAgo(age)
  writer.add('identity', hiddenIdentityRow(id, draft.name, draft.nativeIdentity, created))
  const identity: IdentityRef = {
    id,
    name: draft.name,
    state: 'UNREGISTERED',
    lifecycle: null,
    correlated: 0,
  }
  const machine: AccountState = {
    is_machine: 1,
    owner_identity_id: person.id,
    recommendation_type: 'MACHINE',
    recommendation_method: random.pick(methods),
  }
  const entitlements = random.sample(source.entitlements, entitlementCount(random))
  accounts.add({ source, identity, draft, entitlements, state: isMachine ? machine : {}, age })
}
