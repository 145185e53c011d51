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
import { strayHolders, strayHomes } from './stray-holders.ts'
import type { Writer } from './writer.ts'

/** Ids of hidden identities begin here, above those of all people. */
const HIDDEN = 0x4000_0000
/** With five accounts a person, this makes 3 % of all accounts uncorrelated. */
const SHARE = 0.155

const machineHomes = ['ad', 'entra', 'oracle'] as const
const methods = ['DISCOVERY', 'SOURCE', 'CRITERIA'] as const

type Tools = { sources: SeedSource[]; accounts: AccountWriter; writer: Writer; clock: Clock }

/**
 * Adds now and then, beside a person's accounts, one that no rule gives to anybody. A third serve
 * machines; most of the others tell a reader whose they are.
 */
export function strayWriter({ accounts, clock, sources, writer }: Tools) {
  const strayOf = strayHolders()
  return (person: Person, own: ReadonlySet<SourceKey>): void => {
    const random = randomFrom(person.number * 31 + 7)
    if (!random.chance(SHARE)) return
    const isMachine = random.chance(1 / 3)
    const home = isMachine ? random.pick(machineHomes) : random.pick(strayHomes)
    const source = sources.find(({ key }) => key === home)
    if (!source) throw new Error(`There is no source ${home}`)

    const { holder, more } = isMachine
      ? { holder: unknownHolder(person.number, true), more: {} }
      : strayOf(person, home, own.has(home))
    const usual = draftOf(home, holder, clock)
    const draft = { ...usual, attributes: { ...usual.attributes, ...more } }
    const age = random.int(10, 800)
    const id = idOf('identity', HIDDEN + person.number)
    writer.add(
      'identity',
      hiddenIdentityRow(id, draft.name, draft.nativeIdentity, clock.daysAgo(age)),
    )
    const machine: AccountState = {
      is_machine: 1,
      owner_identity_id: person.id,
      recommendation_type: 'MACHINE',
      recommendation_method: random.pick(methods),
    }
    const entitlements = random.sample(source.entitlements, entitlementCount(random))
    const identity = hidden(id, draft.name)
    accounts.add({ source, identity, draft, entitlements, state: isMachine ? machine : {}, age })
  }
}

const hidden = (id: string, name: string): IdentityRef => ({
  id,
  name,
  state: 'UNREGISTERED',
  lifecycle: null,
  correlated: 0,
})
